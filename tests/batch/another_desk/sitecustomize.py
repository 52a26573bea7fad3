"""Python as it is on a system without POSIX: the names that Windows has not are taken away as it starts."""

import os
import select
import signal
import subprocess
import sys

for module, names in {
    os: "fork forkpty pread pwrite preadv pwritev set_blocking get_blocking sched_getaffinity mkfifo O_NONBLOCK getuid wait3 wait4 killpg setsid",
    select: "poll epoll",
    signal: "SIGKILL SIGHUP SIGALRM SIGPIPE setitimer sigtimedwait pthread_sigmask alarm",
}.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[name] = None  # type: ignore[assignment]
subprocess.Popen.kill = lambda self: os.kill(self.pid, 9) if self.poll() is None else None  # type: ignore[method-assign]
