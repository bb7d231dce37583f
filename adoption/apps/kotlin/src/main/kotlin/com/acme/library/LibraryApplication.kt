package com.acme.library

import com.openai.client.okhttp.OpenAIOkHttpClient
import io.spanloom.sdk.SpanloomSdk

fun main() {
  SpanloomSdk.builder().serviceName("library").start().use {
    val client =
        OpenAIOkHttpClient.builder()
            .baseUrl(System.getenv("MODEL_URL"))
            .apiKey(System.getenv("MODEL_API_KEY"))
            .build()
    try {
      val librarian = Librarian(client, Catalogue())
      println(librarian.answer("reader-7", "Is Walden there? Keep it for me."))
    } finally {
      client.close()
    }
  }
}
