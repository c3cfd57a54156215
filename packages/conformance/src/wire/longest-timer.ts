/**
 * The longest that a timer runs, in milliseconds: 24 days. Node fires at once what is to take longer
 * (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args).
 */
export const LONGEST_TIMER: number = 2 ** 31 - 1;
