"""Tests of the foresee stage."""
