"""Sound beyond carrying it: what makes a voice clear, which device it comes from, what is wrong with it.

echo        what the microphone hears of the loudspeaker, learnt and taken away
gain        a soft voice louder, a loud one softer
voice       both with libwebrtc's echo and noise suppression between: from a microphone to what is sent
hearing     a microphone that is silent, clips or hums
portaudio   devices and streams; looking again when something was plugged in
hotplug     when that is
headsets    which devices are worn on a head
plugs       whether one of them is plugged in now
system      all of it together, for one station
chime       the test sound, and how it is found again
check       the sound test; command: the same from a shell
"""
