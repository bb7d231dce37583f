/** The panel beside the waterfall: one span, or where the trace's time went. */
const Details = (() => {
  const make = Page.element;
  const GROUPS = [
    ['OpenTelemetry GenAI', /^gen_ai\./],
    ['OpenInference', /^(llm|openinference|input|output|tool|tool_call|embedding|retrieval|reranker|document|session|user|metadata|tag|prompt|message)(\.|$)/],
    ['Spanloom', /^spanloom\./],
  ];
  const OTHERS = 'Application and others';
  const INPUT = ['gen_ai.tool.call.arguments', 'gen_ai.retrieval.query.text', 'input.value', 'tool.parameters', 'traceloop.entity.input'];
  const OUTPUT = ['gen_ai.tool.call.result', 'gen_ai.retrieval.documents', 'output.value', 'traceloop.entity.output'];
  const LONG = 4000;

  function fact(list, name, value) {
    if (value !== '' && value !== undefined && value !== null) {
      list.append(make('dt', { text: name }), make('dd', {}, value));
    }
  }

  const bdi = (text) => make('bdi', { text });

  function roleChip(role) {
    return make('span', { class: 'kind role', 'data-role': role, text: role === 'llm' ? 'LLM' : role });
  }

  /** A text, cut where it is long until someone asks for the rest. */
  function longText(text, css) {
    const shown = make('pre', { class: css, dir: 'auto', text: text.length > LONG ? text.slice(0, LONG) : text });
    if (text.length <= LONG) {
      return shown;
    }
    const more = make('button', {
      text: `Show all ${Text.count(text.length)} characters`,
      onclick: () => {
        shown.textContent = text;
        more.remove();
      },
    });
    return make('div', {}, shown, more);
  }

  function attributeTable(attributes, keys) {
    const table = make('div', { class: 'attributes' });
    for (const key of keys) {
      table.append(
        make('div', { class: 'key' }, bdi(key)),
        make('div', {}, longText(Text.laidOut(attributes[key]), '')),
      );
    }
    return table;
  }

  function attributeGroups(attributes) {
    const groups = new Map([...GROUPS.map(([name]) => [name, []]), [OTHERS, []]]);
    for (const key of Object.keys(attributes).sort()) {
      const group = GROUPS.find(([, keys]) => keys.test(key));
      groups.get(group === undefined ? OTHERS : group[0]).push(key);
    }
    return [...groups.entries()]
      .filter(([, keys]) => keys.length > 0)
      .map(([name, keys]) => section(`${name}`, keys.length, attributeTable(attributes, keys), name !== 'OpenInference'));
  }

  function section(name, size, content, open) {
    return make('details', { open }, make('summary', {}, `${name} `, make('span', { class: 'quiet', text: String(size) })), content);
  }

  function messageBox(said) {
    const box = make('div', { class: 'message', 'data-speaker': said.speaker });
    const answers = said.answers === '' ? '' : ` · answers ${said.answers}`;
    box.append(make('div', { class: 'speaker' }, bdi((said.speaker || 'message') + answers)));
    said.texts.filter((text) => text !== '').forEach((text) => box.append(longText(Text.laidOut(text), /^\s*[[{]/.test(text) ? 'code' : '')));
    for (const call of said.calls) {
      box.append(
        make('div', {}, 'calls ', make('strong', {}, bdi(call.name || '?')), ' ', make('span', { class: 'mono quiet' }, bdi(call.id || ''))),
      );
      if (call.arguments) {
        box.append(longText(Text.laidOut(call.arguments), 'code'));
      }
    }
    return box;
  }

  function conversation(attributes) {
    const messages = Messages.of(attributes);
    return messages.length === 0
      ? [...said('Input', attributes, INPUT), ...said('Output', attributes, OUTPUT)]
      : [make('h3', { text: 'Conversation' }), ...messages.map(messageBox)];
  }

  /** What went in or came out, of spans that are no conversation. */
  function said(title, attributes, keys) {
    const key = keys.find((each) => attributes[each] !== undefined && attributes[each] !== '');
    return key === undefined
      ? []
      : [make('h3', { text: title }), make('div', { class: 'message' }, longText(Text.laidOut(attributes[key]), 'code'))];
  }

  function problem(row, details) {
    const exceptions = details.events.filter((event) => event.name === 'exception');
    if (!row.error && exceptions.length === 0) {
      return [];
    }
    const boxes = [];
    if (row.error) {
      boxes.push(
        make('div', { class: 'problem' }, make('strong', { text: 'Failed' }), ' ', bdi(String(details.attributes['error.type'] || '')),
          make('div', {}, bdi(details.statusMessage || ''))),
      );
    }
    for (const event of exceptions) {
      const told = event.attributes;
      boxes.push(
        make('div', { class: 'problem' }, make('strong', {}, bdi(String(told['exception.type'] || 'exception'))),
          make('div', {}, bdi(String(told['exception.message'] || ''))),
          told['exception.stacktrace'] ? longText(String(told['exception.stacktrace']), '') : null),
      );
    }
    return boxes;
  }

  function decision(event) {
    const told = event.attributes;
    const confidence = told['spanloom.decision.confidence'];
    const sure = confidence === undefined ? '' : ` (${Math.round(Number(confidence) * 100)} % sure)`;
    const reason = told['spanloom.decision.reason'];
    return make('div', { class: 'decision' },
      bdi(String(told['spanloom.decision.name'] || 'decision')), ' → ',
      make('strong', {}, bdi(String(told['spanloom.decision.chosen'] || '?'))), sure,
      reason === undefined ? null : make('div', {}, bdi(String(reason))));
  }

  function events(details) {
    const decisions = details.events.filter((event) => event.name === 'spanloom.decision');
    const others = details.events.filter((event) => event.name !== 'spanloom.decision' && event.name !== 'exception');
    const shown = decisions.length === 0 ? [] : [make('h3', { text: 'Decisions' }), ...decisions.map(decision)];
    if (others.length > 0) {
      const list = others.map((event) =>
        make('div', {}, make('div', {}, make('strong', {}, bdi(event.name)), ` after ${Text.duration(event.after)}`),
          attributeTable(event.attributes, Object.keys(event.attributes).sort())));
      shown.push(section('Events', others.length, make('div', {}, ...list), true));
    }
    return shown;
  }

  const jump = (text, go) => make('button', { class: 'jump', onclick: go }, bdi(text));

  function links(details, context) {
    const list = details.links.map((link) => {
      const row = context.rowOf(link.traceId, link.spanId);
      const name = row < 0 ? `span ${link.spanId} of trace ${link.traceId}` : context.rows[row].name;
      return make('div', {}, row < 0 ? bdi(name) : jump(name, () => context.select(row)),
        attributeTable(link.attributes, Object.keys(link.attributes).sort()));
    });
    return list.length === 0 ? [] : [section('Links', list.length, make('div', {}, ...list), true)];
  }

  function facts(row, index, details, context) {
    const list = make('dl');
    const waited = (row.critical || []).reduce((sum, at, i) => sum + (i % 2 === 1 ? at : -at), 0);
    fact(list, 'Duration', `${Text.duration(row.duration)} from ${Text.duration(row.start)}`);
    fact(list, 'Critical path', waited > 0 ? `${Text.duration(waited)} of its own, ${Text.percent(waited, context.duration)} of the trace` : '');
    if (row.own) {
      fact(list, 'Used', Text.usage(row.own));
    }
    if (row.total && context.children(index).length > 0) {
      fact(list, 'Model calls in it', Text.usage(row.total));
    }
    fact(list, 'Tool call', row.callId ? bdi(row.callId) : '');
    if (row.requester !== undefined) {
      fact(list, 'Asked for by', jump(context.rows[row.requester].name, () => context.select(row.requester)));
    }
    const asked = context.requested(index);
    if (asked.length > 0) {
      fact(list, 'Asked for', make('div', {}, ...asked.slice(0, 100).map((tool) => make('div', {}, jump(context.rows[tool].name, () => context.select(tool))))));
    }
    if (row.orphan) {
      fact(list, 'Parent', `${details.parentId}, not in the file`);
    }
    fact(list, 'Kind', details.kind);
    fact(list, 'Span', make('span', { class: 'mono', text: row.id }));
    return list;
  }

  function span(side, index, details, context) {
    const row = context.rows[index];
    const resource = context.resources[details.resource] || {};
    side.replaceChildren(
      make('div', { class: 'head' }, roleChip(row.role), make('h2', {}, bdi(row.name)),
        make('button', { text: 'Close', title: 'Back to the whole trace (Esc)', onclick: () => context.select(-1) })),
      ...problem(row, details),
      facts(row, index, details, context),
      ...conversation(details.attributes),
      ...events(details),
      make('h3', { text: 'Attributes' }),
      ...attributeGroups(details.attributes),
      ...links(details, context),
      section('Resource', Object.keys(resource).length, attributeTable(resource, Object.keys(resource).sort()), false),
      make('p', { class: 'quiet' }, bdi(details.scope || '')),
    );
    side.scrollTop = 0;
  }

  /** Where the time went; a row filters the spans. */
  function times(side, entries, duration, filter) {
    const body = entries.slice(0, 200).map((entry, i) =>
      make('tr', { class: `role${i === 0 ? ' most' : ''}`, 'data-role': entry.role, title: 'Show these spans only', onclick: () => filter(entry) },
        make('td', { class: 'who' }, make('button', { class: 'jump' }, bdi(entry.name)),
          make('div', { class: 'share' }, shareBar(entry.covered, duration))),
        make('td', { class: 'number', text: Text.count(entry.calls) }),
        make('td', { class: `number${entry.errors ? ' error-text' : ''}`, text: entry.errors ? Text.count(entry.errors) : '' }),
        make('td', { class: 'number', text: Text.duration(entry.total) }),
        make('td', { class: 'number', text: Text.percent(entry.covered, duration) })));
    side.replaceChildren(
      make('h2', { text: 'Where the time went' }),
      entries.length === 0
        ? make('p', { class: 'quiet', text: 'No tool, model or retrieval is in this trace.' })
        : make('table', { class: 'times' },
            make('thead', {}, make('tr', {}, make('th', { text: 'Tool or model' }), make('th', { class: 'number', text: 'Calls' }),
              make('th', { class: 'number', text: 'Errors' }), make('th', { class: 'number', text: 'Total' }), make('th', { class: 'number', text: 'Share' }))),
            make('tbody', {}, ...body)),
      make('p', { class: 'quiet', text: 'Share: of the trace’s time, how much had at least one such call running. Choose a span to see all of it.' }),
    );
  }

  function shareBar(part, whole) {
    const bar = make('div');
    bar.style.width = `${whole > 0 ? Math.min(100, (100 * part) / whole) : 0}%`;
    return bar;
  }

  return { span, times };
})();
