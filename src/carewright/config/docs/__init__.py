"""The reference pages of the docs that are written from the code, a module for each subject."""
