"""python -m notelint."""

import os
import sys

if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0]) == os.path.realpath(os.getcwd()):
    del sys.path[0]  # `python -m` puts the working directory there, whose files strangers may have written

from notelint.cli import run

run()
