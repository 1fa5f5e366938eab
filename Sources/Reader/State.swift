// Everything the reader shows, as one value.
import Briefing
import Screen
