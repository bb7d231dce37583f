package it.selective;

interface Vault {

  String open(String password);
}
