"""Set-up and checks of the repository itself: run by `make`, never by the program."""
