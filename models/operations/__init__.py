"""What the host relies on: the clock's work, backups, copies, retention, personal data, health.
Imports everything else."""
