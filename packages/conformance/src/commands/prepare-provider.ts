import { findObstacles, type Obstacles, type Samples } from "../run/find-obstacles.ts";
import type { Strangers } from "../schema/compile-validators.ts";
import { loadValidators } from "../schema/load-validators.ts";
import type { Validators } from "../schema/run-validators.ts";
import { soundValidators } from "../schema/sound-validators.ts";
import type { Provider } from "./find-provider.ts";

/**
 * The validators of a provider, and what of it cannot be judged: of a document that somebody else wrote. Where there is a
 * client, the document is one to rely on, and what is wrong with it is an error.
 */
export async function prepareProvider(
  { document, loadClient }: Provider,
  samples: Samples,
  strangers?: Strangers,
): Promise<{ readonly validators: Validators; readonly obstacles: Obstacles }> {
  if (loadClient) {
    const { validators } = await loadValidators(document, undefined, strangers);
    return { validators, obstacles: new Map() };
  }
  const sound = await soundValidators(document, strangers);
  return { validators: sound.validators, obstacles: await findObstacles(document, sound, samples) };
}
