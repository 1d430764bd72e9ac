exports.getNodeAutoInstrumentations = () => [];
