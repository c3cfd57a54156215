/** Takes secrets out of a text, as they are and as they stand in a URL and in JSON. */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .flatMap((secret) => [
      secret,
      JSON.stringify(secret).slice(1, -1),
      // Half a surrogate pair has no spelling in a URL.
      encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "")),
    ])
    // What is shorter is in every text, and no secret.
    .filter((secret) => secret.length > 3)
    // A secret may be a part of another one.
    .sort((a, b) => b.length - a.length);
  return (text) => spellings.reduce((left, secret) => left.replaceAll(secret, "[redacted]"), text);
}
