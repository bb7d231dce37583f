package it.victim;

interface Vault {

  String open(String password);
}
