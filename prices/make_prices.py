"""Makes Spanloom's bundled price table, and what its test compares it with, from the published package genai-prices.

    python3 -m venv /tmp/prices && /tmp/prices/bin/pip install genai-prices==0.2.3
    /tmp/prices/bin/python prices/make_prices.py --date 2026-11-10

The date is the day the package was released. A rule or price that this script cannot translate stops it: it is to be
translated or left out on purpose, never guessed.
"""

import argparse
import json
import pathlib
import re
import shutil
import warnings
from datetime import datetime, timezone
from importlib.metadata import distribution

from genai_prices import Usage, calc_price
from genai_prices import types as t
from genai_prices.data import providers

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "runtime/src/main/resources/io/spanloom/cost"
EXPECTED = ROOT / "runtime/src/test/resources/io/spanloom/cost"

# What we call the package's units. Searches, pages, seconds and characters are no tokens: they are not priced.
UNITS = {
    "input_mtok": "input",
    "cache_read_mtok": "cacheRead",
    "cache_write_mtok": "cacheWrite",
    "cache_write_1h_mtok": "cacheWrite1h",
    "input_audio_mtok": "audioInput",
    "cache_audio_read_mtok": "audioCacheRead",
    "input_image_mtok": "imageInput",
    "cache_image_read_mtok": "imageCacheRead",
    "input_video_mtok": "videoInput",
    "output_mtok": "output",
    "output_reasoning_mtok": "reasoning",
    "output_audio_mtok": "audioOutput",
    "output_image_mtok": "imageOutput",
    "output_video_mtok": "videoOutput",
    "requests_kcount": "request",
}
NO_TOKENS = {
    "web_searches_kcount",
    "storage_searches_kcount",
    "audio_hours",
    "input_audio_hours",
    "input_document_kpages",
    "input_annotated_document_kpages",
    "input_mchars",
    "input_text_messages_kcount",
    "output_citation_mtok",
}

# Names in gen_ai.provider.name, in other vocabularies and before a gateway's "/", beside the package's id.
NAMES = {
    "aws": ["aws.bedrock", "aws_bedrock", "bedrock", "amazon-bedrock", "amazon"],
    "azure": ["azure.ai.openai", "azure.ai.inference", "azure_openai", "azure_ai", "microsoft_foundry"],
    "google": ["gcp.gemini", "gcp.vertex_ai", "gcp.gen_ai", "google_ai_gemini", "google_vertex_ai_gemini", "google-vertex",
               "google_genai", "gemini", "vertex_ai", "vertex-ai", "vertexai", "vertex"],
    "mistral": ["mistral_ai", "mistralai"],
    "moonshotai": ["moonshot_ai", "moonshot"],
    "x-ai": ["x_ai", "xai"],
    "together": ["together_ai", "together-ai", "togetherai"],
    "fireworks": ["fireworks_ai", "fireworks-ai"],
    "github-copilot": ["github_copilot"],
    "zai": ["z-ai", "z_ai"],
    "voyageai": ["voyage_ai", "voyage"],
    "meta": [],
}
HOSTS = {
    "anthropic": ["api.anthropic.com"],
    "avian": ["api.avian.io"],
    "aws": ["amazonaws.com"],
    "azure": ["openai.azure.com", "azure-api.net", "cognitiveservices.azure.com", "services.ai.azure.com"],
    "cerebras": ["api.cerebras.ai"],
    "cohere": ["api.cohere.ai", "api.cohere.com"],
    "deepseek": ["api.deepseek.com"],
    "fireworks": ["api.fireworks.ai"],
    "github-copilot": ["api.githubcopilot.com"],
    "google": ["googleapis.com"],
    "groq": ["api.groq.com"],
    "minimax": ["api.minimax.io", "api.minimaxi.com"],
    "mistral": ["api.mistral.ai"],
    "moonshotai": ["api.moonshot.ai", "api.moonshot.cn"],
    "novita": ["api.novita.ai"],
    "openai": ["api.openai.com"],
    "openrouter": ["openrouter.ai"],
    "perplexity": ["api.perplexity.ai"],
    "together": ["api.together.xyz"],
    "voyageai": ["api.voyageai.com"],
    "x-ai": ["api.x.ai"],
    "zai": ["api.z.ai"],
    "zhipuai": ["open.bigmodel.cn"],
}
OWN_NAMES = {
    r"^(?![^/]+/)(?:labs-)?(?:(?:mi|code|dev|magi|mini)stral|mixtral|pixtral|voxtral|open-(?:mistral|mixtral))": [
        labs + name + "*"
        for labs in ("", "labs-")
        for name in ("mistral", "codestral", "devstral", "magistral", "ministral", "mixtral", "pixtral", "voxtral",
                     "open-mistral", "open-mixtral")
    ],
    r"^o[134]": ["o1*", "o3*", "o4*"],
}
NOT_SPEECH = r"^(?!.*-[tT][tT][sS](?:$|-))"  # what follows a pattern is a date or a stage: never "-tts"
DATED = {r"-\d{8}$": "-*", r"-\d{4}-\d{2}-\d{2}$": "-*", r"[-@]\d{8}$": "-*|@*", r"-\d": "-*", "$": "", r"(-\d{8})?$": "|-*"}
TIERS = {"service_tier": lambda word: word, "processing": lambda word: word, "speed": lambda word: word}


def literal(text):
    if "*" in text:
        raise SystemExit(f"Cannot translate {text!r}: it has an asterisk")
    return text.lower()


def patterns(clause):
    """Names, or names with an asterisk where a dated snapshot goes on or a region goes before."""
    if isinstance(clause, t.ClauseOr):
        return [each for part in clause.or_ for each in patterns(part)]
    if isinstance(clause, t.ClauseAnd):
        parts = [p for p in clause.and_ if not (isinstance(p, t.ClauseRegex) and p.regex == NOT_SPEECH)]
        if len(parts) != 1:
            raise SystemExit(f"Cannot translate {clause}")
        return patterns(parts[0])
    if isinstance(clause, t.ClauseEquals):
        return [literal(clause.equals)]
    if isinstance(clause, t.ClauseStartsWith):
        return [literal(clause.starts_with) + "*"]
    if isinstance(clause, t.ClauseEndsWith):
        return ["*" + literal(clause.ends_with)]
    if isinstance(clause, t.ClauseContains):
        return ["*" + literal(clause.contains) + "*"]
    return regex_patterns(clause.regex)


def regex_patterns(regex):
    if regex in OWN_NAMES:
        return OWN_NAMES[regex]
    found = re.fullmatch(r"\^(?:\((?P<maybe>[a-z]+/)\)\?)?(?P<name>(?:[a-z0-9/=-]|\\\.|\\\[|\\\])+?)"
                         r"(?P<rest>-\\d|-\\d\{8\}\$|-\\d\{4\}-\\d\{2\}-\\d\{2\}\$|\[-@\]\\d\{8\}\$|\(-\\d\{8\}\)\?\$|\$)", regex)
    if not found:
        raise SystemExit(f"Cannot translate {regex!r}")
    name = literal(re.sub(r"\\(.)", r"\1", found["name"]))
    names = [name, found["maybe"] + name] if found["maybe"] else [name]
    return [each + end for each in names for end in DATED[found["rest"]].split("|")]


def number(value):
    number = float(value)
    return int(number) if number.is_integer() else number


def prices(model_price):
    told = {}
    for key, value in model_price.__dict__.items():
        if value is None or key in NO_TOKENS:
            continue
        if isinstance(value, t.TieredPrices):
            told[UNITS[key]] = {"0": number(value.base), **{str(x.start): number(x.price) for x in value.tiers}}
        else:
            told[UNITS[key]] = number(value / 1000 if key == "requests_kcount" else value)
    return {unit: told[unit] for unit in UNITS.values() if unit in told}


def when(constraint):
    if constraint is None:
        return {}
    if isinstance(constraint, t.StartDateConstraint):
        return {"from": constraint.start_date.isoformat()}
    return {"hours": f"{constraint.start_time:%H:%M}-{constraint.end_time:%H:%M}"}


def is_free(provider, model):
    """The package has prices without figures both for what is free and for what it does not know."""
    comment = model.price_comments or ""
    return model.id.endswith(":free") or "Free of charge" in comment or provider.id == "github-copilot"


def conditional(model):
    return model.prices if isinstance(model.prices, list) else [t.ConditionalPrice(prices=model.prices)]


def entry(provider, model):
    told = {}
    own = [model.id.lower()] if provider.find_model(model.id) is model else []
    matches = list(dict.fromkeys(patterns(model.match) + own))
    if matches != [model.id.lower()]:
        told["match"] = matches
    first, *later = conditional(model)
    if first.constraint is not None:
        raise SystemExit(f"Cannot translate {model.id}: its first price is not for always")
    told.update(prices(first.prices))
    if not first.prices.__dict__ and is_free(provider, model):
        told.update(input=0, output=0)
    if later:
        told["later"] = [{**when(each.constraint), **prices(each.prices)} for each in later]
    tiers = {}
    for variant in model.price_variants or ():
        (key, word), *more = variant.when.items()
        if not more and key in TIERS and prices(variant.prices):
            tiers.setdefault(TIERS[key](word).lower(), []).append({**when(variant.constraint), **prices(variant.prices)})
    if tiers:
        told["tiers"] = tiers
    return told


def provider_entry(provider):
    for host in HOSTS.get(provider.id, ()):
        example = f"bedrock-runtime.us-east-1.{host}" if provider.id == "aws" else host
        if not re.match(provider.api_pattern, f"https://{example}"):
            raise SystemExit(f"Cannot find {host} in {provider.api_pattern}")
    told = {"names": [provider.id] + NAMES.get(provider.id, [])}
    if provider.id in HOSTS:
        told["hosts"] = HOSTS[provider.id]
    if provider.model_match is not None:
        told["family"] = list(dict.fromkeys(patterns(provider.model_match)))
    if provider.fallback_model_providers:
        told["fallback"] = provider.fallback_model_providers
    return told


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def write_table(date, version):
    files = TABLE / "prices"
    shutil.rmtree(files, ignore_errors=True)
    files.mkdir(parents=True)
    index = ["{", f' "date":"{date}",', f' "source":"genai-prices {version}",', ' "providers":{']
    index.append(",\n".join(f'  "{p.id}":{compact(provider_entry(p))}' for p in providers))
    (TABLE / "prices.json").write_text("\n".join(index) + "\n }\n}\n")
    for p in providers:
        models = ",\n".join(f'"{m.id}":{compact(entry(p, m))}' for m in p.models)
        (files / f"{p.id}.json").write_text('{"models":{\n' + models + "\n}}\n")
    licence = distribution("genai-prices").read_text("licenses/LICENSE")
    (files / "LICENSE").write_text(
        f"The prices in this directory are made from the data of genai-prices {version}\n"
        "(https://github.com/pydantic/genai-prices), which comes under this licence:\n\n" + licence)


# What the package's own calculator says: columns of the file that the test compares the table with.
NOON = datetime(2026, 11, 15, 12, tzinfo=timezone.utc)
EARLIER = datetime(2025, 7, 1, 3, tzinfo=timezone.utc)
USAGES = {
    "prompt": dict(input_tokens=1000),
    "plain": dict(input_tokens=1000, output_tokens=500),
    "long": dict(input_tokens=300_000, output_tokens=2000, cache_read_tokens=100_000, cache_write_tokens=50_000),
    "hour": dict(input_tokens=10_000, output_tokens=100, cache_write_tokens=4000, cache_write_1h_tokens=3000,
                 output_reasoning_tokens=40),
    "media": dict(input_tokens=5000, output_tokens=800, input_audio_tokens=1000, output_audio_tokens=300,
                  input_image_tokens=500, output_image_tokens=200),
}
CONTEXTS = {"batch": {"processing": "batch"}, "flex": {"service_tier": "flex"}, "priority": {"service_tier": "priority"},
            "fast": {"service_tier": "fast", "speed": "fast"}}


def expected(provider, model, usage, at=NOON, context=None):
    """The total, or "-" where Spanloom says nothing on purpose: ADR 29 says why."""
    price = model.get_prices(at, context)
    told = price.__dict__
    silent = (
        ("input_mtok" not in told and not is_free(provider, model))
        or (usage.get("output_tokens") and "output_mtok" not in told and not is_free(provider, model))
        or (usage.get("cache_write_1h_tokens") and "cache_write_mtok" in told and "cache_write_1h_mtok" not in told)
    )
    if silent:
        return "-"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = model.calc_price(Usage(**usage), provider, genai_request_timestamp=at, price_context=context)
    except ValueError:
        return "-"
    return f"{float(result.total_price):.12g}"


def examples(clause):
    """Names that a rule is for."""
    if isinstance(clause, (t.ClauseOr, t.ClauseAnd)):
        parts = clause.or_ if isinstance(clause, t.ClauseOr) else clause.and_
        return [each for part in parts for each in examples(part)]
    if isinstance(clause, t.ClauseRegex):
        return []
    (text,) = vars(clause).values()
    return [text + "20260131" if text[-1] in "-@" else text]


def write_expected(version):
    EXPECTED.mkdir(parents=True, exist_ok=True)
    columns = list(USAGES) + ["earlier"] + list(CONTEXTS)
    lines = [f"# genai-prices {version}, by prices/make_prices.py", "\t".join(["provider", "name", "model"] + columns)]
    for p in providers:
        for m in p.models:
            totals = [expected(p, m, usage) for usage in USAGES.values()]
            totals.append(expected(p, m, USAGES["plain"], EARLIER))
            for context in CONTEXTS.values():
                known = [
                    v for v in m.price_variants or ()
                    if all(context.get(k) == w for k, w in v.when.items()) and v.prices.__dict__
                    and (v.constraint is None or v.constraint.active(NOON))
                ]
                totals.append(expected(p, m, USAGES["plain"], NOON, context) if known else "-")
            for name in dict.fromkeys([m.id] + examples(m.match)):
                if p.find_model(name) is m:
                    lines.append("\t".join([p.id, name, m.id] + totals))
                    totals = []
    (EXPECTED / "genai-prices.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--date", required=True, help="the day the package was released, as 2026-11-10")
    package_version = distribution("genai-prices").version
    write_table(arguments.parse_args().date, package_version)
    write_expected(package_version)
