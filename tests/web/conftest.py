"""What every test of these pages starts from."""

from tests.register.conftest import _files_apart, acting, browser, by

__all__ = ["_files_apart", "acting", "browser", "by"]
