/** An ISO 8601 duration in words: `PT30M` is `30 minutes`. */
export function printDuration(duration: string): string {
  const [, ...amounts] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const words = amounts.flatMap((amount, index) =>
    amount ? [`${amount} ${units[index]}${amount === "1" ? "" : "s"}`] : [],
  );
  return words.join(" ") || duration;
}

const units = ["day", "hour", "minute", "second"];
