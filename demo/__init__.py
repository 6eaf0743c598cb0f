"""A whole Carepost on one machine: hub, enrolled station, simulated devices; and a visit that plays itself.

world     starts and ends all the processes, each by its own command line
driver    the other end of the session's driver socket: touches, screenshots, plan.pdf
provider  a real Chromium at the provider's end
visit     the visit, step by step, with its checks
memory    what of a patient is left in memory and files
report    demo-output/: report.json, report.html, pictures
"""
