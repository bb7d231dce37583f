/** Ties list, waterfall and panel together. */
(() => {
  const summary = Page.data('summary');
  const by = (id) => document.getElementById(id);
  const side = by('side');
  const ROLES = ['workflow', 'agent', 'task', 'llm', 'tool', 'retrieval', 'embedding', 'rerank', 'guardrail', 'evaluation', 'other'];
  let current = -1;
  let trace = null;
  let rows = null;
  let details = { block: -1, spans: [] };

  const waterfall = new Waterfall({ select, toggle });

  function openTrace(index) {
    current = index;
    trace = Page.data(`rows-${index}`);
    rows = new Rows(trace.rows);
    details = { block: -1, spans: [] };
    by('list').hidden = true;
    by('trace').hidden = false;
    resetFilters();
    facts(summary.traces[index]);
    waterfall.show(rows, summary.traces[index].duration);
    select(-1);
    remember();
  }

  function openList() {
    current = -1;
    by('trace').hidden = true;
    by('list').hidden = false;
    remember();
  }

  function facts(told) {
    const used = told.usage || {};
    const most = trace.times[0];
    const entries = [
      ['', told.name],
      ['Duration', Text.duration(told.duration)],
      ['Spans', Text.count(told.spans)],
      ['Errors', told.errors ? Text.count(told.errors) : ''],
      ['Tokens', Text.tokens(used)],
      ['Cost', used.cost === undefined ? '' : Text.cost(used.cost)],
      ['Longest', most ? `${most.name} ${Text.percent(most.covered, told.duration)}` : ''],
      ['Started', Text.moment(told.start)],
      ['Service', told.service || ''],
      ['Session', told.session || ''],
    ];
    by('facts').replaceChildren(
      ...entries.filter(([, value]) => value !== '').map(([name, value]) =>
        Page.element('div', { class: `fact${name === 'Longest' ? ' bottleneck' : ''}` },
          name === '' ? null : Page.element('span', { class: 'label', text: name }),
          Page.element('bdi', { class: `value${name === 'Errors' ? ' error-text' : ''}`, text: value }))));
  }

  function detailsOf(index) {
    const block = Math.floor(index / summary.detailsPerBlock);
    if (details.block !== block) {
      details = { block, spans: Page.data(`details-${current}-${block}`) };
    }
    return details.spans[index - block * summary.detailsPerBlock];
  }

  function select(index) {
    waterfall.selected = index;
    side.classList.toggle('chosen', index >= 0);
    if (index < 0) {
      Details.times(side, trace.times, summary.traces[current].duration, filterByTime);
    } else {
      rows.reveal(index);
      if (rows.position[index] < 0) {
        resetFilters();
        applyFilters();
      }
      waterfall.reveal(index);
      Details.span(side, index, detailsOf(index), {
        rows: rows.all,
        resources: trace.resources,
        duration: summary.traces[current].duration,
        children: (row) => rows.below[row],
        requested: (row) => rows.requested(row),
        rowOf: (traceId, spanId) => (traceId === summary.traces[current].id && rows.byId.has(spanId) ? rows.byId.get(spanId) : -1),
        select,
      });
    }
    waterfall.draw();
    remember();
  }

  function toggle(index, close) {
    rows.toggle(index, close);
    waterfall.draw();
  }

  /** The trace and span are in the address, so that a link to them can be passed on. */
  function remember() {
    const parts = current < 0 ? [] : [summary.traces[current].id];
    if (current >= 0 && waterfall.selected >= 0) {
      parts.push(rows.all[waterfall.selected].id);
    }
    try {
      history.replaceState(null, '', `#${parts.join('/')}`);
    } catch (notAllowed) {
      // Some places that show files do not allow it.
    }
  }

  function openFromAddress() {
    const [traceId, spanId] = location.hash.slice(1).split('/');
    const index = summary.traces.findIndex((each) => each.id === traceId);
    if (index >= 0) {
      openTrace(index);
      if (rows.byId.has(spanId)) {
        select(rows.byId.get(spanId));
      }
    } else if (summary.traces.length === 1) {
      openTrace(0);
    } else {
      openList();
    }
  }

  const isPressed = (id) => by(id).getAttribute('aria-pressed') === 'true';
  const press = (id, pressed) => by(id).setAttribute('aria-pressed', String(pressed));

  function options(select, first, values) {
    select.replaceChildren(
      Page.element('option', { value: '', text: first }),
      ...values.map(([value, text]) => Page.element('option', { value, text })));
  }

  function resetFilters() {
    const roles = new Set(rows.all.map((row) => row.role));
    by('search').value = '';
    press('errors', false);
    options(by('role'), 'All kinds', ROLES.filter((role) => roles.has(role)).map((role) => [role, role === 'llm' ? 'LLM' : role]));
    options(by('subject'), 'All tools and models', trace.times.slice(0, 500).map((time) => [`${time.role} ${time.name}`, time.name]));
    by('found').textContent = '';
  }

  function filterByTime(time) {
    resetFilters();
    by('subject').value = `${time.role} ${time.name}`;
    applyFilters();
  }

  function applyFilters() {
    const text = by('search').value.trim().toLowerCase();
    const role = by('role').value;
    const subject = by('subject').value;
    const errors = isPressed('errors');
    const matches = (row) =>
      (!errors || row.error) &&
      (role === '' || row.role === role) &&
      (subject === '' || `${row.role} ${row.subject}` === subject) &&
      (text === '' || [row.name, row.subject, row.callId, row.id].some((part) => part !== undefined && part.toLowerCase().includes(text)));
    const filtering = text !== '' || role !== '' || subject !== '' || errors;
    rows.filter(filtering ? matches : null);
    const count = rows.countWanted();
    by('found').textContent = filtering ? `${Text.count(count)} of ${Text.count(rows.all.length)} spans` : '';
    waterfall.scroll.scrollTop = 0;
    waterfall.draw();
  }

  function nextError() {
    for (let step = 1; step <= rows.all.length; step++) {
      const index = (waterfall.selected + step + rows.all.length) % rows.all.length;
      if (rows.all[index].error) {
        select(index);
        return;
      }
    }
  }

  function step(by) {
    const shown = rows.shown;
    const at = waterfall.selected < 0 ? -1 : rows.position[waterfall.selected];
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + by));
    if (shown.length > 0) {
      select(shown[next]);
    }
  }

  function end(position) {
    if (rows.shown.length > 0) {
      select(rows.shown[position]);
    }
  }

  function left() {
    const index = waterfall.selected;
    if (index >= 0 && rows.below[index].length > 0 && !rows.closed.has(index)) {
      toggle(index, true);
    } else if (index >= 0 && rows.all[index].parent >= 0) {
      select(rows.all[index].parent);
    }
  }

  function right() {
    const index = waterfall.selected;
    if (index >= 0 && rows.closed.has(index)) {
      toggle(index, false);
    } else if (index >= 0 && rows.below[index].length > 0) {
      step(1);
    }
  }

  const pageful = () => Math.max(1, Math.floor(waterfall.scroll.clientHeight / Waterfall.HEIGHT) - 1);

  function flip(id, member) {
    press(id, !isPressed(id));
    waterfall[member] = isPressed(id);
    waterfall.draw();
  }

  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    PageDown: () => step(pageful()),
    PageUp: () => step(-pageful()),
    Home: () => end(0),
    End: () => end(rows.shown.length - 1),
    ArrowLeft: (event) => (event.shiftKey ? waterfall.move(-0.25) : left()),
    ArrowRight: (event) => (event.shiftKey ? waterfall.move(0.25) : right()),
    '+': () => waterfall.zoomBy(0.5),
    '=': () => waterfall.zoomBy(0.5),
    '-': () => waterfall.zoomBy(2),
    0: () => waterfall.zoom(0, waterfall.duration),
    z: () => waterfall.selected >= 0 && waterfall.zoomTo(waterfall.selected),
    c: () => flip('critical', 'critical'),
    a: () => flip('arrows', 'arrows'),
    e: nextError,
    '/': () => by('search').focus(),
  };

  function onKey(event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (current < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape') {
      if (typing) {
        waterfall.scroll.focus();
      } else if (waterfall.selected >= 0) {
        select(-1);
      } else if (summary.traces.length > 1) {
        openList();
      }
    } else if (!typing && !side.contains(event.target) && Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key](event);
    }
  }

  function notes() {
    if (summary.notes.length > 0) {
      by('notes').hidden = false;
      by('notes').querySelector('summary').textContent = `What was left out: ${summary.notes[0]}${summary.notes.length > 1 ? ' …' : ''}`;
      by('notes').querySelector('ul').replaceChildren(...summary.notes.map((text) => Page.element('li', {}, Page.element('bdi', { text }))));
    }
  }

  by('title').textContent = summary.title;
  by('all-traces').textContent = `All ${Text.count(summary.traces.length)} traces`;
  by('all-traces').hidden = summary.traces.length < 2;
  by('all-traces').addEventListener('click', openList);
  Page.themeButton(by('theme'));
  by('search').addEventListener('input', applyFilters);
  by('role').addEventListener('change', applyFilters);
  by('subject').addEventListener('change', applyFilters);
  by('errors').addEventListener('click', () => {
    press('errors', !isPressed('errors'));
    applyFilters();
  });
  by('critical').addEventListener('click', () => flip('critical', 'critical'));
  by('arrows').addEventListener('click', () => flip('arrows', 'arrows'));
  by('collapse').addEventListener('click', () => {
    rows.toggleAll(true);
    waterfall.draw();
  });
  by('expand').addEventListener('click', () => {
    rows.toggleAll(false);
    waterfall.draw();
  });
  by('zoom-in').addEventListener('click', () => waterfall.zoomBy(0.5));
  by('zoom-out').addEventListener('click', () => waterfall.zoomBy(2));
  by('zoom-fit').addEventListener('click', () => waterfall.zoom(0, waterfall.duration));
  document.addEventListener('keydown', onKey);
  addEventListener('hashchange', openFromAddress);
  notes();
  TraceList.start(summary.traces, openTrace);
  openFromAddress();
})();
