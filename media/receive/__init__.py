"""What comes from the other end, put in order again: pure cores, without I/O.

nacks           which packets to ask for again, and when
pictures        packets into pictures that can be decoded, one after another
playout         when a picture is shown
sounds          packets into a stream of sound without holes
"""
