// Words as the search and the filters compare them: folded, and cut to the stem by the rules of
// their alphabet. The same as `dossier/language/stems.py`: Snowball for Russian (snowballstem.org),
// for English its first steps, which part a word from its endings.
window.dossierWords = (() => {
  "use strict";
  const fold = (text) =>
    text.toLowerCase().replaceAll("ё", "е").replaceAll("ı", "i").normalize("NFD")
      .replace(/([a-z])[\u0300-\u036f]+/g, "$1").normalize("NFC")
      .replace(/[\u00a0\u202f\s]+/g, " ").replace(/[–—−]/g, "-").replace(/[’ʼ]/g, "'").trim();
  const split = (text) => fold(text).match(/[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu) || [];

  // Of the endings in a list the longest counts, and those of the first list only after а or я.
  const list = (after, free) => ({ after: after.split(" "), free: free.split(" ") });
  const GERUND = list("в вши вшись", "ив ивши ившись ыв ывши ывшись");
  const ADJECTIVE = list("", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
  const PARTICIPLE = list("ем нн вш ющ щ", "ивш ывш ующ");
  const VERB = list("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");
  const NOUN = list("", "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");
  function without(word, { after, free }) {
    const endings = [...after, ...free].filter((ending) => ending && word.endsWith(ending));
    const longest = endings.sort((a, b) => b.length - a.length)[0];
    if (!longest) return null;
    const rest = word.slice(0, -longest.length);
    return free.includes(longest) || /[ая]$/.test(rest) ? rest : null;
  }
  function russian(word) {
    const [, head, tail] = /^([^аеиоуыэюя]*[аеиоуыэюя])(.*)$/.exec(word) || [0, word, ""];
    let rest = without(tail, GERUND);
    if (rest === null) {
      rest = tail.replace(/с[яь]$/, "");
      const adjective = without(rest, ADJECTIVE);
      if (adjective !== null) rest = without(adjective, PARTICIPLE) ?? adjective;
      else rest = without(rest, VERB) ?? without(rest, NOUN) ?? rest;
    }
    rest = rest.replace(/и$/, "");
    const second = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя](.*)$/.exec(head + rest);
    if (second && /ость?$/.test(second[1])) rest = rest.replace(/ость?$/, "");
    if (rest.endsWith("нн")) rest = rest.slice(0, -1);
    else if (/ейше?$/.test(rest)) rest = rest.replace(/ейше?$/, "").replace(/нн$/, "н");
    else rest = rest.replace(/ь$/, "");
    return head + rest;
  }
  function english(word) {
    let rest = word.replace(/'s?$/, "").replace(/sses$/, "ss").replace(/(..)ies$/, "$1i").replace(/([^su])s$/, "$1");
    const bare = rest.replace(/(?:ed|ing)(?:ly)?$/, "");
    if (bare !== rest && /[aeiouy]/.test(bare)) rest = bare.replace(/([bdfgmnprt])\1$/, "$1");
    return rest.replace(/(.[^aeiou])y$/, "$1i").replace(/(..)e$/, "$1");
  }
  const stem = (word) => (/^[а-я-]+$/.test(word) ? russian(word) : /^[a-z'-]+$/.test(word) ? english(word) : word);

  // Whether the text of an entry, `item.node`, has all the words asked for. A word is met by its own
  // other forms and by its synonyms; where no entry has any, by a word that begins with it.
  function matcher(items, synonyms) {
    const groups = new Map();
    for (const forms of synonyms) for (const form of forms) groups.set(stem(fold(form)), forms.map((other) => stem(fold(other))));
    const read = new Map();
    function words_of(item) {
      if (!read.has(item)) {
        const tokens = split(item.node.textContent).flatMap((token) => [token, ...token.split("-")]);
        read.set(item, { tokens: [...new Set(tokens)], stems: new Set(tokens.map(stem)) });
      }
      return read.get(item);
    }
    const occurring = new Map();
    function has(item, word) {
      const exact = (one) => (groups.get(stem(word)) || [stem(word)]).some((form) => words_of(one).stems.has(form));
      if (!occurring.has(word)) occurring.set(word, items.some(exact));
      return occurring.get(word) ? exact(item) : words_of(item).tokens.some((token) => token.startsWith(word));
    }
    return (item, text) => split(text).every((word) => has(item, word));
  }
  return { fold, split, stem, matcher };
})();
