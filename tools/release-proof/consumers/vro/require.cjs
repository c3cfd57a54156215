const { basic, createClient } = require("@settled/vro-client");
const { connect } = require("@settled/vro-client/standalone");
const { createMock } = require("@settled/vro-client/testing");
const { validation } = require("@settled/vro-client/validate");

const client = createClient({
  baseUrl: "https://vro.example.com/vco/api",
  auth: basic("a", "b"),
  validation: validation("strict"),
});
console.log("required", typeof client.settle, typeof connect, typeof createMock);
