"""Benchmarks: measurements that anyone can repeat, each ``python -m benchmarks.<name>``."""
