namespace ecg {}
