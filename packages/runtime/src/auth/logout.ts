import type { Connection } from "../connection.ts";

/** Ends what the credentials of a connection hold on the server: a session, where the service documents a logout. */
export async function logout(connection: Connection): Promise<void> {
  const ended = connection.credentials.map(async (credential) => credential.end?.(connection));
  // One that fails keeps no other from ending.
  await Promise.allSettled(ended);
  await Promise.all(ended);
}
