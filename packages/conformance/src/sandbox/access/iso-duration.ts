/**
 * Milliseconds of an ISO 8601 duration in days, hours, minutes and seconds; `undefined` if the text is none.
 *
 * @example
 * isoDuration("PT25M"); // 1_500_000
 */
export function isoDuration(text: unknown): number | undefined {
  const form = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
  const [, days, hours, minutes, seconds] = (typeof text === "string" && form.exec(text)) || [];
  if ([days, hours, minutes, seconds].every((part) => part === undefined)) return undefined;
  const [d = 0, h = 0, m = 0, s = 0] = [days, hours, minutes, seconds].map((part) => Number(part ?? 0));
  return (((d * 24 + h) * 60 + m) * 60 + s) * 1000;
}
