"""The shared facts: areas, providers, services, and the files that they were read from.

Owns Dataset, Provider, ProviderGroup, Service and what people corrected or confirmed."""
