"""Calls of three and more: who may come in, and the media server (Janus) they meet at.

guests  people asked into a call, in the database: invited, waiting, asking, admitted, gone
janus   the media server's WebSocket API
room    one room there: who sends what, and who gets whose pictures
rooms   all of them: opened with the third person's yes, closed when two are left
api     the routes of providers and of guests
socket  the guests' socket
pictures  the visit's pictures, for a consultant to whom the patient said yes
captions  by a captioner, for the patient
config  the media server's configuration as this hub wants it
"""
