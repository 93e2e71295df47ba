# Lines of text to strings of C, one a line.
s/\\/\\\\/g
s/"/\\"/g
s/.*/"&\\n",/
