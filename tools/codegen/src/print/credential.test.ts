import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.ts";
import { describeService } from "../describe/service.ts";
import { printCredentials, printFirstCredential } from "./credential.ts";

const App = { type: "apiKey", in: "header", name: "X-App" };
const Key = { type: "apiKey", in: "header", name: "X-Key" };
const Password = { type: "http", scheme: "basic" };
const Login = { type: "oauth2" };
const Token = { type: "openIdConnect" };

function service(securitySchemes: object, security: object[]) {
  const operation = (operationId: string, more = {}) => ({
    get: { operationId, responses: { 204: { description: "Done" } }, ...more },
  });
  const paths = { "/open": operation("open", { security: [] }), "/jobs": operation("listJobs") };
  const servers = [{ url: "https://api.example" }];
  return describeService(
    "acme",
    specOf({ servers, components: { securitySchemes }, security, paths } as never),
  );
}

describe("the credential of an example", () => {
  it.each([
    { given: service({}, []), want: undefined },
    { given: service({ Key }, []), want: { factories: ["apiKey"], code: 'apiKey("token")' } },
    {
      given: service({ App, Key, Password }, [{ Password: [] }, { Key: [] }]),
      want: { factories: ["basic"], code: 'basic("user", "password")' },
    },
    // What is asked for together is given together, and of several keys each says which it is.
    {
      given: service({ App, Key }, [{ Key: [], App: [] }]),
      want: { factories: ["apiKey"], code: '[apiKey("token", "Key"), apiKey("token", "App")]' },
    },
    {
      given: service({ Key, Password }, [{ Key: [], Password: [] }]),
      want: { factories: ["apiKey", "basic"], code: '[apiKey("token"), basic("user", "password")]' },
    },
    // However an access token is come by, it is sent as a bearer token.
    {
      given: service({ Login }, [{ Login: [] }]),
      want: { factories: ["bearer"], code: 'bearer("token")' },
    },
    {
      given: service({ Token }, [{ Token: [] }]),
      want: { factories: ["bearer"], code: 'bearer("token")' },
    },
  ])("$want.code", ({ given, want }) => {
    expect(printFirstCredential(given)).toEqual(want);
  });

  it("is for the scheme that is named, if there are several keys", () => {
    const { code } = printCredentials(service({ App, Key, Password }, []), ["App"]);
    expect(code).toBe('apiKey("token", "App")');
  });
});
