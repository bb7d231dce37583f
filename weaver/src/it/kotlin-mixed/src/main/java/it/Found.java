package it;

import java.util.List;

public record Found(List<String> titles) {}
