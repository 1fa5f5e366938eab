// Shows grids on the terminal.
import CNcurses
import Screen
