/** What was said to a model and by it, from either convention's attributes. */
const Messages = (() => {
  const FLAT = /^llm\.(input|output)_messages\.(\d+)\.message\.(.+)$/;
  const CALL = /^tool_calls\.(\d+)\.tool_call\.(id|function\.name|function\.arguments)$/;
  const PART = /^contents\.\d+\.message_content\.text$/;

  function parsed(text) {
    if (typeof text !== 'string') {
      return text;
    }
    try {
      return JSON.parse(text);
    } catch (cutShort) {
      return null;
    }
  }

  const asText = (value) =>
    value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);

  /** A message: speaker, direction, texts, tool calls, and the id of the call it answers. */
  function message(speaker, direction) {
    return { speaker: speaker || '', direction, texts: [], calls: [], answers: '' };
  }

  function part(said, into) {
    if (said === null || typeof said !== 'object') {
      into.texts.push(asText(said));
    } else if (said.type === 'tool_call') {
      into.calls.push({ id: said.id, name: said.name, arguments: asText(said.arguments) });
    } else if (said.type === 'tool_call_response') {
      into.answers = said.id || '';
      into.texts.push(asText(said.response === undefined ? said.result : said.response));
    } else if (said.content !== undefined) {
      into.texts.push(asText(said.content));
    } else if (said.type !== undefined && Object.keys(said).length > 1) {
      into.texts.push(asText(said));
    }
  }

  function structured(attributes, key, direction) {
    const list = parsed(attributes[key]);
    if (!Array.isArray(list)) {
      return typeof attributes[key] === 'string' ? [cut(attributes[key], direction)] : [];
    }
    return list.map((said) => {
      const made = message(said && said.role, direction);
      const parts = said && (said.parts || (said.content === undefined ? [said] : [].concat(said.content)));
      (Array.isArray(parts) ? parts : []).forEach((each) => part(each, made));
      return made;
    });
  }

  function cut(text, direction) {
    const made = message(direction === 'output' ? 'assistant' : '', direction);
    made.texts.push(text);
    return made;
  }

  function flattened(attributes, wanted) {
    const found = new Map();
    for (const [key, value] of Object.entries(attributes)) {
      const match = FLAT.exec(key);
      if (match === null || match[1] !== wanted) {
        continue;
      }
      const index = Number(match[2]);
      if (!found.has(index)) {
        found.set(index, message('', wanted));
      }
      field(found.get(index), match[3], value);
    }
    return [...found.entries()].sort((one, other) => one[0] - other[0]).map(([, made]) => made);
  }

  function field(made, name, value) {
    const call = CALL.exec(name);
    if (call !== null) {
      const index = Number(call[1]);
      made.calls[index] = made.calls[index] || { id: '', name: '', arguments: '' };
      made.calls[index][call[2].replace('function.', '')] = value;
    } else if (name === 'role') {
      made.speaker = value;
    } else if (name === 'tool_call_id') {
      made.answers = value;
    } else if (name === 'content' || PART.test(name)) {
      made.texts.push(asText(value));
    }
  }

  const saysSomething = (made) => made.texts.some((text) => text !== '') || made.calls.length > 0 || made.answers !== '';

  function direction(attributes, wanted) {
    const genai = structured(attributes, `gen_ai.${wanted}.messages`, wanted).filter(saysSomething);
    const said = genai.length > 0 ? genai : flattened(attributes, wanted).filter(saysSomething);
    said.forEach((made) => {
      made.calls = made.calls.filter(Boolean);
    });
    return said;
  }

  /** The conversation, what was sent before what came back. */
  function of(attributes) {
    const system = structured(attributes, 'gen_ai.system_instructions', 'input').filter(saysSomething);
    system.forEach((made) => {
      made.speaker = 'system';
    });
    return [...system, ...direction(attributes, 'input'), ...direction(attributes, 'output')];
  }

  return { of };
})();
