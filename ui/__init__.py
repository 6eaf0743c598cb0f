"""The session: what people see and touch, and the visit's effects.

session       composition root: profile, visit, core's link, screens
core_link     core's socket on Qt's loop
inputs        what every view model derives from
intents       what a touch means on each screen
viewmodels/   frozen inputs -> pure derive -> props -> only changed notifies
items/        video and wave
qml/          theme, components, screens
i18n/         Qt Linguist sources
plan_pdf      the take-home page
driver        scripted touches and screenshots, only with --driver
gallery       every screen as a picture
"""
