/** Takes secrets out of a text, as they are and as they stand in JSON, in a URL and in a form. */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    // A header's value is trimmed before an error quotes it (Fetch §2.2.2, "normalize").
    .flatMap((secret) => [secret, secret.trim()])
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      // Half a surrogate pair has no spelling in a URL.
      encodeURIComponent(secret.replace(/[\ud800-\udfff]/gu, "")),
      `${new URLSearchParams({ "": secret })}`.slice(1),
    ])
    // What is shorter is in every text, and no secret.
    .filter((secret) => secret.length > 3)
    // A secret may be a part of another one.
    .sort((a, b) => b.length - a.length);
  return (text) => spellings.reduce((left, secret) => left.replaceAll(secret, "[redacted]"), text);
}
