/**
 * A package.json with the repository that a workflow of GitHub runs for; anywhere else, as it is.
 *
 * @param environment has what "Variables" of GitHub Actions lists: GITHUB_SERVER_URL, GITHUB_REPOSITORY
 */
export function nameRepository(text: string, directory: string, environment: NodeJS.ProcessEnv): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = environment;
  if (!server || !name) return text;
  const manifest = JSON.parse(text) as object;
  const repository = { type: "git", url: `git+${server}/${name}.git`, directory };
  return `${JSON.stringify({ ...manifest, repository }, null, 2)}\n`;
}
