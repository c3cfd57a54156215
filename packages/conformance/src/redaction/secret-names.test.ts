import { expect, test } from "vitest";
import { isSecretName, isSecretType } from "./secret-names.ts";

test.each(
  (
    "authorization Proxy-Authorization cookie Set-Cookie password passwd userPassword secret client_secret token " +
    "access_token refreshToken X-Acme-Token x-csrf-token api-key apikey X-Api-Key signature X-Amz-Signature " +
    "credential Credentials accessKeyId AccessKeySecret SecretAccessKey private_key privateKey passphrase jwt " +
    "samlToken session-id JSESSIONID_cookie secure-string encryptedString connectionString code_verifier otp"
  ).split(" "),
)("%s is the name of a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(
  (
    "NextToken nextPageToken page_token continuationToken ClientToken idempotency-token tokenType token_type " +
    "expires passwordPolicy signature-version X-Acme-Signature-Nonce SignedHeaders author key keyboard compass " +
    "tokenizer token-size sid encoded_authorization_message maxTokens status name id etag pinned secretary authorizationUrl"
  ).split(" "),
)("%s is none", (name) => {
  expect(isSecretName(name)).toBe(false);
});

test.each([
  ["SecureString", true],
  ["EncryptedString", true],
  ["Array/SecureString", true],
  ["password", true],
  ["string", false],
])("the type %s: %s", (type, want) => {
  expect(isSecretType(type)).toBe(want);
});
