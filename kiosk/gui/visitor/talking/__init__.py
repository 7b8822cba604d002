"""For whoever wants to speak with a person: interpreter, counsellor, complaint, family."""
