import { describe, expect, it } from "vitest";
import { service } from "../test/service.ts";
import { resolveBaseUrl } from "./base-url.ts";

describe("resolveBaseUrl", () => {
  it.each([
    { given: {}, want: "https://north.api.example.com/v1" },
    { given: { server: { variables: { region: "south" } } }, want: "https://south.api.example.com/v1" },
    { given: { server: { index: 1 } }, want: "https://api.example.org" },
    { given: { baseUrl: "http://localhost:8080/api/" }, want: "http://localhost:8080/api" },
    { given: { baseUrl: "https://a.example", server: { index: 1 } }, want: "https://a.example" },
  ])("$given → $want", ({ given, want }) => {
    expect(resolveBaseUrl(service.servers, given)).toBe(want);
  });

  it.each([
    { given: { baseUrl: "/api" }, want: 'an absolute http or https URL, received "/api"' },
    { given: { baseUrl: "ftp://a.example" }, want: 'received "ftp://a.example"' },
    { given: { baseUrl: "https://" }, want: 'received "https://"' },
    { given: { server: { index: 2 } }, want: "server.index is 2, but 2 servers are documented" },
    { given: { server: { variables: { region: "east" } } }, want: "Documented are: north, south" },
    { given: { server: { variables: { zone: "1" } } }, want: 'no variable "zone". It has: region' },
  ])("refuses $given", ({ given, want }) => {
    expect(() => resolveBaseUrl(service.servers, given)).toThrow(want);
  });
});
