package com.acme.library;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class LoansInDatabase implements Loans {

  private final JdbcTemplate database;

  LoansInDatabase(JdbcTemplate database) {
    this.database = database;
    database.execute("create table loans (title varchar(100))");
  }

  @Override
  @Transactional
  public String reserve(String callId, String title) {
    return database.update("insert into loans values (?)", title) + " kept";
  }
}
