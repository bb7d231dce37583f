/** Draws the rows that can be seen, the time axis, and arrows from model responses to tools. */
class Waterfall {
  static HEIGHT = 26;
  static MARGIN = 8;
  static INDENT = 14;
  static MAX_INDENT = 12;
  static MAX_ARROWS = 300;

  constructor(actions) {
    this.actions = actions;
    this.scroll = document.getElementById('scroll');
    this.canvas = document.getElementById('canvas');
    this.lines = document.getElementById('rows');
    this.links = document.getElementById('links');
    this.axis = document.getElementById('axis');
    this.critical = true;
    this.arrows = true;
    this.selected = -1;
    this.queued = false;
    this.scroll.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.scroll);
    this.brush();
  }

  show(rows, duration) {
    this.rows = rows;
    this.duration = Math.max(1, duration);
    this.from = 0;
    this.to = this.duration;
    this.selected = -1;
    this.scroll.scrollTop = 0;
    this.draw();
  }

  draw() {
    if (!this.queued) {
      this.queued = true;
      requestAnimationFrame(() => {
        this.queued = false;
        this.drawNow();
      });
    }
  }

  drawNow() {
    if (this.rows === undefined) {
      return;
    }
    const { HEIGHT, MARGIN } = Waterfall;
    const shown = this.rows.shown;
    this.canvas.style.height = `${Math.max(shown.length, 1) * HEIGHT}px`;
    const first = Math.max(0, Math.floor(this.scroll.scrollTop / HEIGHT) - MARGIN);
    const last = Math.min(shown.length, Math.ceil((this.scroll.scrollTop + this.scroll.clientHeight) / HEIGHT) + MARGIN);
    const drawn = [];
    for (let at = first; at < last; at++) {
      drawn.push(this.line(shown[at], at));
    }
    if (shown.length === 0) {
      drawn.push(Page.element('div', { class: 'empty', text: 'No span is like that.' }));
    }
    this.lines.className = this.critical ? 'critical-on' : '';
    this.lines.replaceChildren(...drawn);
    this.drawAxis();
    this.drawArrows(first, last);
    if (this.selected >= 0 && this.rows.position[this.selected] >= first && this.rows.position[this.selected] < last) {
      this.scroll.setAttribute('aria-activedescendant', `span-${this.selected}`);
    } else {
      this.scroll.removeAttribute('aria-activedescendant');
    }
  }

  line(index, at) {
    const row = this.rows.all[index];
    const wanted = this.rows.wanted === null || this.rows.wanted[index];
    const line = Page.element('div', {
      class: `row role${row.error ? ' failed' : ''}${wanted ? '' : ' context'}`,
      id: `span-${index}`,
      role: 'treeitem',
      'data-role': row.role,
      'data-index': index,
      'aria-level': this.rows.depth[index] + 1,
      'aria-selected': String(index === this.selected),
      'aria-expanded': this.rows.below[index].length === 0 ? null : String(!this.rows.closed.has(index)),
      onclick: () => this.actions.select(index),
      ondblclick: () => this.zoomTo(index),
    });
    line.style.top = `${at * Waterfall.HEIGHT}px`;
    line.append(this.name(row, index), this.time(row));
    return line;
  }

  name(row, index) {
    const children = this.rows.below[index].length;
    const closed = this.rows.closed.has(index);
    const name = Page.element('div', { class: 'name', title: row.name.slice(0, 300) },
      Page.element('button', {
        class: 'twisty',
        tabindex: '-1',
        'aria-hidden': 'true',
        text: children === 0 ? '' : closed ? '▶' : '▼',
        onclick: (event) => {
          event.stopPropagation();
          this.actions.toggle(index);
        },
      }),
      Page.element('span', { class: 'dot' }),
      Page.element('bdi', { class: 'label', text: this.title(row) }),
      row.error ? Page.element('span', { class: 'mark', text: 'failed' }) : null,
      row.orphan ? Page.element('span', { class: 'mark orphan', text: 'no parent', title: 'Its parent is not in the file' }) : null,
      closed && children > 0 ? Page.element('span', { class: 'quiet', text: `+${children}` }) : null);
    name.style.paddingInlineStart = `${4 + Math.min(this.rows.depth[index], Waterfall.MAX_INDENT) * Waterfall.INDENT}px`;
    return name;
  }

  /** Where room is short, what is called says more than that it is. */
  title(row) {
    const name = this.narrow() && row.subject ? row.subject : row.name;
    return name.slice(0, 300) || '(no name)';
  }

  /** Where a moment lies, in per cent of the window. */
  place(nanos) {
    return (100 * (nanos - this.from)) / (this.to - this.from);
  }

  time(row) {
    const time = Page.element('div', { class: 'time' });
    const left = this.place(row.start);
    const right = this.place(row.start + row.duration);
    if (right < 0 || left > 100) {
      return time;
    }
    const bar = Page.element('div', { class: 'bar' });
    this.stretch(bar, left, right);
    time.append(bar);
    if (this.critical) {
      this.waits(time, row);
    }
    time.append(this.about(row, left, right));
    return time;
  }

  /** Clipped, since browsers lose precision with boxes of a million pixels. */
  stretch(box, left, right) {
    const from = Math.max(left, -1);
    box.style.left = `${from}%`;
    box.style.width = `${Math.max(0, Math.min(right, 101) - from)}%`;
  }

  waits(time, row) {
    const critical = row.critical || [];
    for (let i = 0; i < critical.length && i < 400; i += 2) {
      const [left, right] = [this.place(critical[i]), this.place(critical[i + 1])];
      if (right >= 0 && left <= 100) {
        const box = Page.element('div', { class: 'wait' });
        this.stretch(box, left, right);
        time.append(box);
      }
    }
  }

  narrow() {
    return this.axis.clientWidth < 300;
  }

  about(row, left, right) {
    const used = row.own && row.role === 'llm' && !this.narrow() ? ` · ${Text.usage(row.own)}` : '';
    const about = Page.element('div', { class: 'about', text: Text.duration(row.duration) + used });
    if (right <= 62) {
      about.style.left = `${Math.max(0, right)}%`;
    } else if (left >= 38) {
      about.classList.add('before');
      about.style.right = `${Math.max(0, 100 - left)}%`;
    } else {
      about.classList.add('inside');
      about.style.left = `${(Math.max(0, left) + Math.min(100, right)) / 2}%`;
    }
    return about;
  }

  drawAxis() {
    const width = this.axis.clientWidth;
    const step = this.step((this.to - this.from) / Math.max(2, width / 110));
    const ticks = [];
    for (let at = Math.ceil(this.from / step) * step; at <= this.to; at += step) {
      const tick = Page.element('div', { class: 'tick', text: Text.tick(at) });
      tick.style.left = `${this.place(at)}%`;
      ticks.push(tick);
    }
    this.axis.replaceChildren(...ticks);
  }

  /** The next larger of 1, 2, 5, 10 …; of seconds and minutes, what divides a minute or an hour. */
  step(least) {
    const clock = [10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].map((seconds) => seconds * 1e9);
    if (least > 5e9 && least <= 3600e9) {
      return clock.find((each) => each >= least);
    }
    const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
    return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) || 10 * power;
  }

  drawArrows(first, last) {
    const { HEIGHT } = Waterfall;
    const time = this.lines.querySelector('.time');
    this.links.replaceChildren();
    if (!this.arrows || time === null) {
      return;
    }
    const top = first * HEIGHT;
    this.links.style.top = `${top}px`;
    this.links.style.height = `${(last - first) * HEIGHT}px`;
    const area = { left: time.offsetLeft, width: time.clientWidth, top };
    for (const [from, to] of this.seenArrows(first, last)) {
      this.arrow(from, to, area);
    }
  }

  seenArrows(first, last) {
    const seen = [];
    for (let at = first; at < last && seen.length < Waterfall.MAX_ARROWS; at++) {
      const index = this.rows.shown[at];
      const { requester } = this.rows.all[index];
      if (requester !== undefined && this.rows.position[requester] >= 0) {
        seen.push([requester, index]);
      }
      for (const tool of this.rows.requested(index)) {
        const position = this.rows.position[tool];
        if (position >= last || (position >= 0 && position < first)) {
          seen.push([index, tool]);
        }
      }
    }
    return seen;
  }

  arrow(from, to, area) {
    const { HEIGHT } = Waterfall;
    const x = (nanos) => area.left + (Math.max(0, Math.min(100, this.place(nanos))) * area.width) / 100;
    const y = (index) => (this.rows.position[index] + 0.5) * HEIGHT - area.top;
    const asks = this.rows.all[from];
    const tool = this.rows.all[to];
    const [x1, y1, x2, y2] = [x(asks.start + asks.duration), y(from), x(tool.start), y(to)];
    if (this.place(tool.start) < 0 || this.place(asks.start + asks.duration) > 100) {
      return;
    }
    const bend = Math.max(14, Math.min(60, Math.abs(y2 - y1) / 2));
    const chosen = from === this.selected || to === this.selected ? 'chosen' : '';
    const draw = (tag, shape) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
      Object.entries(shape).forEach(([name, value]) => made.setAttribute(name, value));
      this.links.append(made);
    };
    draw('path', {
      d: `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2 - 5},${y2}`,
      class: chosen,
      'data-from': from,
      'data-to': to,
    });
    draw('polygon', { points: `${x2},${y2} ${x2 - 6},${y2 - 3.5} ${x2 - 6},${y2 + 3.5}`, class: chosen });
  }

  /** Shows a window of time, within the trace and not smaller than 1 µs. */
  zoom(from, to) {
    const size = Math.min(this.duration, Math.max(1000, to - from));
    this.from = Math.max(0, Math.min(from, this.duration - size));
    this.to = this.from + size;
    this.draw();
  }

  /** Zooms about the chosen span, or the middle. */
  zoomBy(factor) {
    const row = this.selected >= 0 ? this.rows.all[this.selected] : null;
    const middle = (this.from + this.to) / 2;
    const centre = row !== null ? row.start + row.duration / 2 : middle;
    const about = centre >= this.from && centre <= this.to ? centre : middle;
    const size = (this.to - this.from) * factor;
    this.zoom(about - size / 2, about + size / 2);
  }

  /** Shows a span and a little around it. */
  zoomTo(index) {
    const { start, duration } = this.rows.all[index];
    const margin = Math.max(500, duration * 0.05);
    this.zoom(start - margin, start + duration + margin);
  }

  move(part) {
    const by = (this.to - this.from) * part;
    this.zoom(this.from + by, this.to + by);
  }

  /** Dragging over the axis marks the window to zoom into. */
  brush() {
    let start = null;
    let mark = null;
    const part = (event) => {
      const box = this.axis.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    };
    this.axis.addEventListener('pointerdown', (event) => {
      start = part(event);
      mark = Page.element('div', { class: 'brush' });
      this.axis.append(mark);
      this.axis.setPointerCapture(event.pointerId);
    });
    this.axis.addEventListener('pointermove', (event) => {
      if (start !== null) {
        const now = part(event);
        mark.style.left = `${100 * Math.min(start, now)}%`;
        mark.style.width = `${100 * Math.abs(now - start)}%`;
      }
    });
    const end = (event) => {
      if (start === null) {
        return;
      }
      const [low, high] = [Math.min(start, part(event)), Math.max(start, part(event))];
      const size = this.to - this.from;
      start = null;
      mark.remove();
      if (event.type === 'pointerup' && high - low > 0.005) {
        this.zoom(this.from + low * size, this.from + high * size);
      }
    };
    this.axis.addEventListener('pointerup', end);
    this.axis.addEventListener('pointercancel', end);
    this.axis.addEventListener('dblclick', () => this.zoom(0, this.duration));
  }

  /** Scrolls so far that a row can be seen. */
  reveal(index) {
    const { HEIGHT } = Waterfall;
    const top = this.rows.position[index] * HEIGHT;
    if (top < 0) {
      return;
    }
    this.canvas.style.height = `${this.rows.shown.length * HEIGHT}px`;
    const room = this.scroll.clientHeight;
    if (top < this.scroll.scrollTop) {
      this.scroll.scrollTop = Math.max(0, top - HEIGHT);
    } else if (top + 2 * HEIGHT > this.scroll.scrollTop + room) {
      this.scroll.scrollTop = top + 2 * HEIGHT - room;
    }
  }
}
