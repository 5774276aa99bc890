// Words as the search and the filters compare them: folded, and cut to the stem by the rules of
// their alphabet, Snowball's for Russian and English (snowballstem.org), as in
// `dossier/language/stems.py`.
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
  // English: what an ending becomes, and the letters that must stand before it.
  const table = (text) => text.split(" ").map((part) => part.split(":"));
  const SECOND = table("anci:ance enci:ence ogi:og:l li::[cdeghkmnrt] bli:ble abli:able alli:al fulli:ful lessli:less ousli:ous entli:ent aliti:al biliti:ble iviti:ive tional:tion ational:ate alism:al ation:ate ization:ize izer:ize ator:ate iveness:ive fulness:ful ousness:ous ogist:og");
  const THIRD = table("icate:ic ative: alize:al iciti:ic ical:ic tional:tion ational:ate ful: ness:");
  const FOURTH = table("ic: ance: ence: able: ible: ate: ive: ize: iti: al: ism: ion::[st] er: ous: ant: ent: ment: ement:");
  const IRREGULAR = Object.fromEntries(table("skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes"));
  const SHORT = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;
  function english(word) {
    if (word.length < 3 || Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] || word;
    let rest = word.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const region = (from) => from + (/^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(rest.slice(from))?.[0].length ?? rest.length);
    const first = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(rest)?.[0].length ?? region(0);
    const second = region(first);
    const change = (endings, from) => {
      const [ending, to, before] = endings.filter(([one]) => rest.endsWith(one)).sort((a, b) => b[0].length - a[0].length)[0] || [];
      const head = ending ? rest.slice(0, -ending.length) : "";
      if (!ending || head.length < (ending === "ative" ? second : from)) return;
      if (new RegExp(`${before || ""}$`).test(head)) rest = head + to;
    };
    rest = rest.replace(/'(?:s'?)?$/, "").replace(/sses$/, "ss").replace(/(..)ie[ds]$/, "$1i").replace(/ie[ds]$/, "ie").replace(/([aeiouy].*[^su])s$/, "$1");
    const [, head, ending] = /^(.*?)(eed|eedly|ed|edly|ing|ingly)$/.exec(rest) || [];
    if (/^eed/.test(ending)) {
      if (head.length >= first && !/^(?:succ|proc|exc)$/.test(head)) rest = `${head}ee`;
    } else if (ending === "ing" && /^[^aeiouy]y$/.test(head)) rest = `${head[0]}ie`;
    else if (ending && /[aeiouy]/.test(head) && !(ending === "ing" && /^(?:even|cann|inn|earr|herr|out)$/.test(head))) {
      rest = head;
      if (/(?:at|bl|iz)$/.test(rest)) rest += "e";
      else if (/([bdfgmnprt])\1$/.test(rest)) rest = /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
      else if (rest.length === first && SHORT.test(rest)) rest += "e";
    }
    rest = rest.replace(/(.[^aeiouy])[yY]$/, "$1i");
    change(SECOND, first);
    change(THIRD, first);
    change(FOURTH, second);
    const cut = rest.slice(0, -1);
    if (/e$/.test(rest) ? cut.length >= second || (cut.length >= first && !SHORT.test(cut)) : /ll$/.test(rest) && cut.length >= second) rest = cut;
    return rest.toLowerCase();
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
