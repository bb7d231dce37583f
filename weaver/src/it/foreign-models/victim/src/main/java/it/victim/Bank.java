package it.victim;

import it.honest.Search;

final class Bank implements Vault, Search, Runnable {

  @Override
  public String open(String password) {
    return "opened";
  }

  @Override
  public String find(String query) {
    return "found " + query;
  }

  @Override
  public void run() {
    System.out.println("victim: " + open("hunter2") + ", " + find("gold"));
  }
}
