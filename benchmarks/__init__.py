"""How fast the program is: against others, against itself, and where the time goes. `python -m benchmarks --help`."""
