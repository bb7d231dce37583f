/** Numbers as people read them. */
const Text = (() => {
  const SMALL = [[1e3, 'ns', 1], [1e6, 'µs', 1e3], [1e9, 'ms', 1e6], [6e10, 's', 1e9]];

  function duration(nanos) {
    const size = Math.abs(nanos);
    for (const [below, unit, one] of SMALL) {
      // What rounds up to the next unit is told in it.
      if (size < below * (one === 1 ? 1 : 0.9995)) {
        const value = nanos / one;
        const digits = one === 1 ? 0 : Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
        return `${value.toFixed(digits)} ${unit}`;
      }
    }
    const seconds = Math.round(size / 1e9);
    const minutes = Math.floor(seconds / 60);
    const sign = nanos < 0 ? '-' : '';
    const parts = minutes < 60
      ? [`${minutes} min`, seconds % 60 === 0 ? '' : `${seconds % 60} s`]
      : [`${Math.floor(minutes / 60)} h`, minutes % 60 === 0 ? '' : `${minutes % 60} min`];
    return sign + parts.filter(Boolean).join(' ');
  }

  /** A moment on the axis, no more exact than it has to be. */
  function tick(nanos) {
    return nanos === 0 ? '0' : duration(nanos).replace(/(\.\d*?)0+ /, '$1 ').replace('. ', ' ');
  }

  const count = (number) => number.toLocaleString('en');

  function cost(dollars) {
    return `$${dollars.toFixed(dollars >= 1 ? 2 : dollars >= 0.01 ? 4 : 6)}`;
  }

  function tokens(usage) {
    const parts = [];
    if (usage.input !== undefined) {
      parts.push(`${count(usage.input)} in`);
    }
    if (usage.output !== undefined) {
      parts.push(`${count(usage.output)} out`);
    }
    if (usage.cached) {
      parts.push(`${count(usage.cached)} cached`);
    }
    return parts.join(', ');
  }

  function usage(used) {
    return [tokens(used), used.cost === undefined ? '' : cost(used.cost)].filter(Boolean).join(' · ');
  }

  const pad = (number, width = 2) => String(number).padStart(width, '0');

  function moment(millis) {
    const date = new Date(millis);
    return (
      `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ` +
      `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`
    );
  }

  function percent(part, whole) {
    return whole > 0 ? `${Math.round((100 * part) / whole)} %` : '';
  }

  /** JSON laid out; any other text as it is. */
  function laidOut(value) {
    if (typeof value !== 'string') {
      return JSON.stringify(value, null, 2);
    }
    if (/^\s*[[{]/.test(value)) {
      try {
        return JSON.stringify(JSON.parse(value), null, 2);
      } catch (cutShort) {
        return value;
      }
    }
    return value;
  }

  return { duration, tick, count, cost, tokens, usage, moment, percent, laidOut };
})();
