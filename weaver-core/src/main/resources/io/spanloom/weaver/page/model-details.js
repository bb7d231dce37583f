/** What the page says of a span, and of all of them. */
const Details = (() => {
  const e = Page.element;
  const CALL_IDS = {
    parameter: 'from a parameter',
    scope: 'from ToolCalls.scope around the call',
    pending: 'from the pending calls of a model’s response',
    framework: 'from the model’s request that the calling library executes',
    none: 'from nowhere: nothing here could tell it',
  };
  let jump = () => {};
  let find = () => {};

  function kindChip(span) {
    return e('span', { class: 'kind role', 'data-role': span.kind.toLowerCase(), text: span.taskKind ? span.kind + ' ' + span.taskKind : span.kind });
  }

  function copyButton(label, text) {
    const button = e('button', { class: 'small', type: 'button', text: label });
    button.addEventListener('click', async () => {
      const copied = await copy(text);
      button.textContent = copied ? 'Copied' : 'Cannot copy';
      setTimeout(() => { button.textContent = label; }, 1500);
    });
    return button;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      const field = e('textarea', { 'aria-hidden': 'true' });
      field.value = text;
      document.body.append(field);
      field.select();
      const copied = document.execCommand('copy');
      field.remove();
      return copied;
    }
  }

  function facts(pairs) {
    return e('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== undefined && value !== '' && value !== null)
      .flatMap(([label, value]) => [e('dt', { text: label }), e('dd', {}, value)]));
  }

  const code = (text) => e('code', { text });

  function jumps(ids) {
    if (!ids.length) {
      return e('span', { class: 'quiet', text: 'none' });
    }
    return [...new Set(ids)].flatMap((id, index) => [
      index ? ', ' : null,
      e('button', { class: 'jump', type: 'button', text: Model.span(id).spanName, onclick: () => jump(id) }),
    ]);
  }

  function section(title, ...more) {
    return e('h3', { class: 'section' }, title, more);
  }

  function span(id) {
    const it = Model.span(id);
    return [
      e('div', { class: 'head' }, e('h2', { text: it.spanName }), kindChip(it), copyButton('Copy name', it.spanName)),
      e('p', { class: 'description', text: it.description || (it.class ? '' : 'Opened at each model call, for the run that marks its own steps.') }),
      Model.findings(id).map(finding),
      facts([
        ['method', it.class && code(it.class + '.' + it.signature)],
        ['annotation', it.annotation && code('@' + it.annotation.split('.').pop())],
        ['source', it.source.line ? it.source.file + ':' + it.source.line : it.source.file],
        ['artifact', it.artifact === Model.model.module.artifactId ? '' : it.artifact],
        ['ends', it.ends],
        ['tool call id', it.toolCallId && CALL_IDS[it.toolCallId]],
        ['steps', it.steps && 'a step span at each model call'],
        ['traced', it.implementations && 'every implementation that is woven'],
        ['OpenTelemetry', [it.otelKind, it.operation && ', gen_ai.operation.name ', it.operation && code(it.operation)]],
        ['OpenInference', it.openInferenceKind],
        ['parents', jumps(Model.above(id).map((edge) => edge.parent))],
        ['children', jumps(Model.below(id).map((edge) => edge.child))],
      ]),
      it.attributes.length ? [section('Attributes'), attributes(it.attributes)] : [],
      it.schema ? schema(it.schema) : [],
    ].flat(2);
  }

  /** What may well be right as it is looks less alarming. */
  function kind(it) {
    return it.hint ? 'finding hint' : 'finding';
  }

  function finding(it) {
    return e('div', { class: kind(it) }, it.message);
  }

  function attributes(all) {
    const row = (it) => e('tr', {},
      e('td', { class: 'key' }, breakable(it.key)),
      e('td', { class: 'whole mono', 'data-label': 'type', text: it.type }),
      e('td', { 'data-label': 'source', text: source(it) }),
      e('td', { 'data-label': 'when', text: when(it) }),
      e('td', { class: 'whole', 'data-label': 'sensitivity' }, e('span', { class: it.sensitivity === 'content' ? 'chip warn' : 'quiet', text: it.sensitivity })));
    return table(['key', 'type', 'source', 'when', 'sensitivity'], all.map(row));
  }

  /** A key, which may go on in the next line after a dot or an underscore. */
  function breakable(key) {
    return key.split(/(?<=[._])/).flatMap((part, index) => (index === 0 ? [part] : [e('wbr'), part]));
  }

  function table(heads, rows) {
    return e('table', { class: 'rows' },
      e('thead', {}, e('tr', {}, heads.map((text) => e('th', { scope: 'col', text })))),
      e('tbody', {}, rows));
  }

  function source(it) {
    if (it.value !== undefined) {
      return '“' + it.value + '”';
    }
    return { adapter: 'the adapter of the model’s client', session: 'the pending call of the model’s response' }[it.source] || it.source;
  }

  function when(it) {
    const condition = it.sensitivity === 'content' ? 'where content is recorded'
      : it.value !== undefined || it.requirement === 'required' ? 'always'
        : it.requirement === 'opt_in' ? 'where asked for' : 'when known';
    return condition + ', at the ' + it.at;
  }

  function schema(it) {
    const text = JSON.stringify(it, null, 2);
    return [section('JSON Schema of the arguments', copyButton('Copy', text)), e('pre', { class: 'schema', tabindex: '0', text })];
  }

  function overview() {
    const model = Model.model;
    const count = (number, text) => e('div', { class: 'number-tile' }, e('b', { text: number }), e('span', { class: 'quiet', text: number === 1 ? text : text + 's' }));
    const keys = keyUses();
    return [
      e('div', { class: 'head' }, e('h2', { text: model.module.artifactId })),
      e('p', { class: 'description quiet', text: model.module.groupId + ':' + model.module.artifactId + ':' + model.module.version }),
      e('div', { class: 'numbers' }, count(model.spans.length, 'span'), count(model.roots.length, 'root'),
        count(model.spans.filter((span) => span.kind === 'TOOL').length, 'tool'), count(keys.length, 'attribute'),
        count(model.findings.length, 'finding')),
      facts([
        ['OpenTelemetry GenAI', model.conventions.genai],
        ['OpenInference', model.conventions.openinference],
      ]),
      model.findings.length ? [section('Findings'), model.findings.map((it) => [
        e('div', { class: kind(it) }, e('button', { class: 'jump', type: 'button', text: Model.span(it.span) ? Model.span(it.span).spanName : it.span, onclick: () => jump(it.span) }), e('div', { text: it.message })),
      ])] : [],
      model.gaps.length ? [section('What could not be read'), model.gaps.map((text) => e('div', { class: 'finding', text }))] : [],
      keys.length ? [section('Attributes of all spans'), table(['key', 'type', 'spans'], keys.map(keyRow))] : [],
    ].flat(3);
  }

  function keyUses() {
    const uses = new Map();
    for (const each of Model.model.spans) {
      for (const attribute of each.attributes) {
        const use = uses.get(attribute.key) || { key: attribute.key, types: new Set(), spans: 0, content: false };
        use.types.add(attribute.type);
        use.spans += 1;
        use.content = use.content || attribute.sensitivity === 'content';
        uses.set(attribute.key, use);
      }
    }
    return [...uses.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  function keyRow(use) {
    return e('tr', {},
      e('td', { class: 'key' }, e('button', { class: 'jump mono', type: 'button', text: use.key, onclick: () => find(use.key) }), use.content ? [' ', e('span', { class: 'chip warn', text: 'content' })] : []),
      e('td', { class: 'whole mono', 'data-label': 'type', text: [...use.types].join(', ') }),
      e('td', { 'data-label': 'spans', text: use.spans }));
  }

  return {
    span,
    overview,
    onJump: (listener) => { jump = listener; },
    onFind: (listener) => { find = listener; },
  };
})();
