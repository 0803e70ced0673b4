"""What is kept with a parcel: its shipping label and its photo."""
