/** The model, with what is looked up in it. */
const Model = (() => {
  const model = Page.data('model');
  const spans = new Map(model.spans.map((span) => [span.id, span]));
  const below = new Map();
  const above = new Map();
  for (const edge of model.edges) {
    collect(below, edge.parent, edge);
    collect(above, edge.child, edge);
  }
  const findings = new Map();
  for (const finding of model.findings) {
    collect(findings, finding.span, finding);
  }

  function collect(map, key, value) {
    map.has(key) ? map.get(key).push(value) : map.set(key, [value]);
  }

  /** Places of the tree: a span, the edge to it, whether it is unfolded there, and its children. */
  function tree() {
    const unfolded = new Set();
    const place = (id, edge) => {
      const children = below.get(id) || [];
      if (edge && edge.cycle) {
        return { id, edge, remark: '↻ above itself', children: [] };
      }
      if (unfolded.has(id)) {
        return { id, edge, remark: children.length ? '… see above' : '', children: [] };
      }
      unfolded.add(id);
      return { id, edge, remark: '', children: children.map((each) => place(each.child, each)) };
    };
    const roots = model.roots.map((id) => place(id, null));
    const left = model.spans.filter((span) => !unfolded.has(span.id));
    return roots.concat(left.filter((span) => !unfolded.has(span.id)).map((span) => place(span.id, null)));
  }

  /** All that a search looks at. */
  const haystacks = new Map(model.spans.map((span) => [
    span.id,
    [span.spanName, span.class, span.signature, span.description, span.source.file, ...span.attributes.map((each) => each.key)]
      .filter(Boolean).join('\n').toLowerCase(),
  ]));

  function matches(id, words, kind) {
    const haystack = haystacks.get(id);
    return (!kind || spans.get(id).kind === kind) && words.every((word) => haystack.includes(word));
  }

  return {
    model,
    tree,
    matches,
    span: (id) => spans.get(id),
    below: (id) => below.get(id) || [],
    above: (id) => above.get(id) || [],
    findings: (id) => findings.get(id) || [],
    kinds: [...new Set(model.spans.map((span) => span.kind))].sort(),
  };
})();
