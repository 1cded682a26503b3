#include "tools/reader/questions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using namespace std::string_view_literals;

/// Longer headings are sentences that happen to speak of questions.
constexpr std::size_t kMostNameWords = 12;

/// "What's next?", "Why does it matter?"
constexpr std::size_t kMostRhetoricWords = 4;

// Folded (fold_case), as every list below. Found anywhere: "FAQs", "perlfaq1".
constexpr std::array kFaqNames{
    "faq"sv,
    "f.a.q"sv,
    "frequently asked"sv,
    "frequently-asked"sv,
    "frequent questions"sv,
    "common questions"sv,
    "commonly asked"sv,
    "häufige fragen"sv,
    "häufigste fragen"sv,
    "häufig gestellte fragen"sv,
    "oft gestellte fragen"sv,
    "foire aux questions"sv,
    "questions fréquentes"sv,
    "questions les plus fréquentes"sv,
    "questions fréquemment posées"sv,
    "questions courantes"sv,
    "preguntas frecuentes"sv,
    "preguntas más frecuentes"sv,
    "preguntas comunes"sv,
    "preguntas habituales"sv,
    "domande frequenti"sv,
    "domande più frequenti"sv,
    "domande comuni"sv,
    "perguntas frequentes"sv,
    "perguntas mais frequentes"sv,
    "dúvidas frequentes"sv,
    "veelgestelde vragen"sv,
    "veel gestelde vragen"sv,
    "vaak gestelde vragen"sv,
    "vanliga frågor"sv,
    "ofte stillede spørgsmål"sv,
    "ofte stilte spørsmål"sv,
    "vanlige spørsmål"sv,
    "usein kysyt"sv,
    "często zadawane pytania"sv,
    "najczęściej zadawane pytania"sv,
    "často kladené"sv,
    "časté dotazy"sv,
    "časté otázky"sv,
    "gyakori kérdések"sv,
    "gyakran ismételt kérdések"sv,
    "întrebări frecvente"sv,
    "sık sorulan sorular"sv,
    "sıkça sorulan sorular"sv,
    "često postavljana pitanja"sv,
    "câu hỏi thường gặp"sv,
    "часто задаваемые"sv,
    "частые вопросы"sv,
    "часті запитання"sv,
    "поширені запитання"sv,
    "συχνές ερωτήσεις"sv,
    "الأسئلة الشائعة"sv,
    "الأسئلة المتكررة"sv,
    "שאלות נפוצות"sv,
    "常见问题"sv,
    "常見問題"sv,
    "常见问答"sv,
    "常見問答"sv,
    "常见疑问"sv,
    "よくある質問"sv,
    "よくあるご質問"sv,
    "よくあるお問い合わせ"sv,
    "자주 묻는 질문"sv,
    "자주 하는 질문"sv,
};

constexpr std::array kQuestionNames{
    "questions and answers"sv,
    "questions & answers"sv,
    "q&a"sv,
    "q & a"sv,
    "q and a"sv,
    "questions answered"sv,
    "fragen und antworten"sv,
    "fragen & antworten"sv,
    "questions et réponses"sv,
    "questions-réponses"sv,
    "questions/réponses"sv,
    "questions / réponses"sv,
    "preguntas y respuestas"sv,
    "domande e risposte"sv,
    "perguntas e respostas"sv,
    "vragen en antwoorden"sv,
    "frågor och svar"sv,
    "spørgsmål og svar"sv,
    "pytania i odpowiedzi"sv,
    "otázky a odpovědi"sv,
    "вопросы и ответы"sv,
    "вопрос-ответ"sv,
    "问答"sv,
    "問答"sv,
    "質問と回答"sv,
    "질문과 답변"sv,
};

constexpr std::array kTestNames{
    "quiz"sv,
    "quizzes"sv,
    "trivia"sv,
    "test yourself"sv,
    "test your"sv,
    "check your"sv,
    "self-check"sv,
    "exam"sv,
    "exams"sv,
    "examination"sv,
    "exercise"sv,
    "exercises"sv,
    "review questions"sv,
    "discussion questions"sv,
    "study questions"sv,
    "practice questions"sv,
    "questions for"sv,
    "questions to"sv,
    "thinking questions"sv,
    "comprehension"sv,
    "worksheet"sv,
    "homework"sv,
    "assignment"sv,
    "problem set"sv,
    "multiple choice"sv,
    "survey"sv,
    "questionnaire"sv,
    "poll"sv,
    "feedback form"sv,
    "application form"sv,
    "bug report"sv,
    "checklist"sv,
    "rätsel"sv,
    "prüfung"sv,
    "klausur"sv,
    "übung"sv,
    "übungen"sv,
    "aufgaben"sv,
    "übungsaufgaben"sv,
    "kontrollfragen"sv,
    "umfrage"sv,
    "fragebogen"sv,
    "examen"sv,
    "exercices"sv,
    "exercice"sv,
    "sondage"sv,
    "enquête"sv,
    "cuestionario"sv,
    "encuesta"sv,
    "ejercicios"sv,
    "ejercicio"sv,
    "esercizi"sv,
    "verifica"sv,
    "questionario"sv,
    "sondaggio"sv,
    "exercícios"sv,
    "questionário"sv,
    "prova"sv,
    "oefeningen"sv,
    "toets"sv,
    "тест"sv,
    "викторина"sv,
    "опрос"sv,
    "упражнения"sv,
    "экзамен"sv,
    "测验"sv,
    "考试"sv,
    "练习"sv,
    "问卷"sv,
    "クイズ"sv,
    "テスト"sv,
    "アンケート"sv,
    "練習問題"sv,
};

// How questions begin, for lines that lost their question mark.
constexpr std::array kQuestionWords{
    "how"sv,     "what"sv,    "what's"sv,  "why"sv,       "when"sv,    "where"sv,    "who"sv,
    "whom"sv,    "whose"sv,   "which"sv,   "can"sv,       "could"sv,   "do"sv,       "does"sv,
    "did"sv,     "is"sv,      "are"sv,     "was"sv,       "were"sv,    "will"sv,     "would"sv,
    "should"sv,  "may"sv,     "must"sv,    "has"sv,       "have"sv,    "wie"sv,      "was"sv,
    "warum"sv,   "wieso"sv,   "weshalb"sv, "wann"sv,      "wo"sv,      "woher"sv,    "wohin"sv,
    "wer"sv,     "wen"sv,     "wem"sv,     "welche"sv,    "welcher"sv, "welches"sv,  "welchen"sv,
    "kann"sv,    "können"sv,  "darf"sv,    "muss"sv,      "gibt"sv,    "comment"sv,  "pourquoi"sv,
    "quand"sv,   "où"sv,      "qui"sv,     "que"sv,       "quel"sv,    "quelle"sv,   "quels"sv,
    "quelles"sv, "combien"sv, "est-ce"sv,  "qu'est-ce"sv, "puis-je"sv, "peut-on"sv,  "dois-je"sv,
    "faut-il"sv, "cómo"sv,    "qué"sv,     "cuándo"sv,    "dónde"sv,   "quién"sv,    "cuál"sv,
    "cuáles"sv,  "cuánto"sv,  "puedo"sv,   "come"sv,      "cosa"sv,    "perché"sv,   "dove"sv,
    "chi"sv,     "quale"sv,   "quali"sv,   "quanto"sv,    "posso"sv,   "como"sv,     "onde"sv,
    "quem"sv,    "qual"sv,    "quais"sv,   "hoe"sv,       "wat"sv,     "waarom"sv,   "wanneer"sv,
    "waar"sv,    "welke"sv,   "kan"sv,     "mag"sv,       "moet"sv,    "как"sv,      "что"sv,
    "почему"sv,  "зачем"sv,   "когда"sv,   "где"sv,       "кто"sv,     "какой"sv,    "какая"sv,
    "какие"sv,   "сколько"sv, "можно"sv,   "jak"sv,       "co"sv,      "dlaczego"sv, "kiedy"sv,
    "gdzie"sv,   "kto"sv,     "czy"sv,     "ile"sv,       "hur"sv,     "vad"sv,      "varför"sv,
    "hvordan"sv, "hvad"sv,    "hvorfor"sv,
};

// Languages that ask without a question mark.
constexpr std::array kQuestionSigns{"如何"sv, "怎么"sv, "怎麼"sv,   "怎样"sv,   "什么"sv,  "什麼"sv,
                                    "为何"sv, "哪"sv,   "是否"sv,   "能否"sv,   "可否"sv,  "吗"sv,
                                    "嗎"sv,   "多少"sv, "ですか"sv, "ますか"sv, "方法は"sv};

constexpr std::array kYou{
    "you"sv,   "your"sv, "you're"sv, "you've"sv, "you'd"sv, "you'll"sv, "yourself"sv, "du"sv,
    "dir"sv,   "dich"sv, "dein"sv,   "deine"sv,  "ihnen"sv, "ihre"sv,   "ihr"sv,      "vous"sv,
    "votre"sv, "vos"sv,  "tu"sv,     "te"sv,     "ton"sv,   "usted"sv,  "ustedes"sv,  "su"sv,
    "sus"sv,   "lei"sv,  "ti"sv,     "tuo"sv,    "você"sv,  "jij"sv,    "uw"sv,       "вы"sv,
    "вас"sv,   "вам"sv,  "ваш"sv,    "ваша"sv,   "ваши"sv,  "ты"sv,
};

constexpr std::array kI{
    "i"sv,   "i'm"sv,  "i've"sv,  "i'd"sv,   "i'll"sv,   "my"sv,     "me"sv,  "myself"sv, "ich"sv,
    "mir"sv, "mich"sv, "mein"sv,  "meine"sv, "meinen"sv, "meiner"sv, "je"sv,  "moi"sv,    "mon"sv,
    "ma"sv,  "mes"sv,  "yo"sv,    "mi"sv,    "mis"sv,    "io"sv,     "mio"sv, "mia"sv,    "miei"sv,
    "eu"sv,  "meu"sv,  "minha"sv, "ik"sv,    "mijn"sv,   "mij"sv,    "я"sv,   "мне"sv,    "меня"sv,
    "мой"sv, "моя"sv,  "мои"sv,   "jag"sv,   "jeg"sv,
};

constexpr std::array kYesNo{"yes"sv, "no"sv,  "ja"sv,  "nein"sv, "oui"sv, "non"sv,
                            "sí"sv,  "si"sv,  "sì"sv,  "sim"sv,  "não"sv, "nee"sv,
                            "да"sv,  "нет"sv, "tak"sv, "nie"sv,  "nej"sv, "not"sv};

constexpr std::array kInputWords{"describe"sv, "explain"sv,   "specify"sv,  "tick"sv,
                                 "circle"sv,   "underline"sv, "discuss"sv,  "beschreiben"sv,
                                 "décrivez"sv, "cochez"sv,    "describa"sv, "descrivi"sv};

constexpr std::array kInputPhrases{
    "your answer"sv,     "please describe"sv, "please explain"sv, "please specify"sv,
    "please list"sv,     "please select"sv,   "ihre antwort"sv,   "votre réponse"sv,
    "tu respuesta"sv,    "su respuesta"sv,    "show answer"sv,    "show the answer"sv,
    "reveal answer"sv,   "see answer"sv,      "show solution"sv,  "antwort anzeigen"sv,
    "lösung anzeigen"sv, "voir la réponse"sv, "ver respuesta"sv,  "e.g. "sv,
};

// Where these open a line of a FAQ, its answers are over.
constexpr std::array kClosings{
    "still have questions"sv,
    "still have a question"sv,
    "still got questions"sv,
    "do you still have questions"sv,
    "have more questions"sv,
    "have another question"sv,
    "have a question that"sv,
    "got more questions"sv,
    "any other questions"sv,
    "any more questions"sv,
    "more questions?"sv,
    "other questions?"sv,
    "didn't find"sv,
    "did not find"sv,
    "can't find"sv,
    "couldn't find"sv,
    "didn't see your"sv,
    "if your question"sv,
    "if you have any other questions"sv,
    "if you have further questions"sv,
    "if you still have"sv,
    "need more help"sv,
    "still need help"sv,
    "noch fragen"sv,
    "weitere fragen?"sv,
    "haben sie noch fragen"sv,
    "ihre frage ist nicht"sv,
    "sie haben noch fragen"sv,
    "vous avez d'autres questions"sv,
    "d'autres questions"sv,
    "vous n'avez pas trouvé"sv,
    "encore des questions"sv,
    "¿tienes más preguntas"sv,
    "¿tiene más preguntas"sv,
    "¿más preguntas"sv,
    "¿no encuentra"sv,
    "¿no encontraste"sv,
    "¿todavía tienes"sv,
    "hai altre domande"sv,
    "altre domande"sv,
    "non hai trovato"sv,
    "ainda tem dúvidas"sv,
    "não encontrou"sv,
    "nog vragen"sv,
    "staat uw vraag"sv,
    "остались вопросы"sv,
    "не нашли ответ"sv,
    "masz więcej pytań"sv,
    "还有其他问题"sv,
    "还有问题"sv,
    "ほかにご質問"sv,
    "その他のご質問"sv,
};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether `phrase` stands in `folded` and not within a longer word.
bool has_phrase(std::string_view folded, std::string_view phrase) {
  for (std::size_t at = folded.find(phrase); at != std::string_view::npos;
       at = folded.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool begins = at == 0 || !is_word_byte(phrase.front()) || !is_word_byte(folded[at - 1]);
    const bool ends =
        end == folded.size() || !is_word_byte(phrase.back()) || !is_word_byte(folded[end]);
    if (begins && ends) return true;
  }
  return false;
}

/// Without what stands around a word: "(you," → "you".
std::string_view bare(std::string_view word) {
  constexpr std::string_view kSigns = ".,;:!?()[]\"'*_-";
  const std::size_t begin = std::min(word.find_first_not_of(kSigns), word.size());
  word.remove_prefix(begin);
  return word.substr(0, word.find_last_not_of(kSigns) + 1);
}

/// How many words of `folded` stand in `list`; at most the first 200 words count.
template <class List>
std::size_t count_words_in(const List& list, std::string_view folded) {
  auto words = words_of(folded);
  if (words.size() > 200) words.resize(200);
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](std::string_view word) { return has(list, bare(word)); }));
}

std::string folded_beginning(std::string_view text) {
  return fold_case(prefix_utf8(text, 2000));
}

/// Without marks at its beginning that say nothing: "– Why", "¿Por qué".
std::string_view first_word(std::string_view folded) {
  const auto words = words_of(folded.substr(0, 200));
  for (const std::string_view word : words)
    if (const std::string_view found = bare(word); !found.empty()) return found;
  return {};
}

/// A question mark at the end of a word.
bool has_question_mark(std::string_view text) {
  static constexpr std::array kMarks{"? "sv, "?) "sv, R"(?" )"sv, "？"sv, "؟"sv};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

}  // namespace

bool asks(std::string_view line) {
  return ends_question(line);
}

bool asks_loosely(std::string_view line) {
  if (asks(line) || has_question_mark(line) || line.starts_with("¿")) return true;
  const std::string folded = folded_beginning(line);
  if (std::any_of(kQuestionSigns.begin(), kQuestionSigns.end(),
                  [&](std::string_view sign) { return folded.find(sign) != std::string::npos; }))
    return true;
  return !ends_sentence(line) && last_letter(line) != U':' &&
         has(kQuestionWords, first_word(folded));
}

bool is_rhetorical(std::string_view line) {
  const auto words = words_of(line);
  if (line.size() > 400 || words.empty()) return false;
  const std::string first = fold_case(words[0]);
  if (first == "so" || first == "so," || first == "but" || first == "and" || first == "or")
    return true;
  const std::string folded = fold_case(line);
  if (folded.find("next?") != std::string::npos || folded.find("from here?") != std::string::npos)
    return true;
  // Words of Chinese and Japanese are not parted.
  return words.size() <= kMostRhetoricWords && count_code_points(line) == line.size();
}

Promise promise_of(std::string_view heading) {
  if (heading.size() > 400 || words_of(heading).size() > kMostNameWords) return Promise::None;
  const std::string folded = fold_case(heading);
  const auto found = [&](std::string_view name) { return folded.find(name) != std::string::npos; };
  if (std::any_of(kFaqNames.begin(), kFaqNames.end(), found)) return Promise::Faq;
  if (std::any_of(kTestNames.begin(), kTestNames.end(),
                  [&](std::string_view name) { return has_phrase(folded, name); }))
    return Promise::Test;
  if (std::any_of(kQuestionNames.begin(), kQuestionNames.end(), found)) return Promise::Questions;
  return Promise::None;
}

bool asks_somebody(std::string_view line) {
  return count_words_in(kYou, folded_beginning(line)) > 0;
}

bool asks_for_oneself(std::string_view line) {
  return count_words_in(kI, folded_beginning(line)) > 0;
}

bool tells_of_oneself(std::string_view text) {
  return count_words_in(kI, folded_beginning(text)) > 0;
}

bool says_yes_or_no(std::string_view text) {
  return has(kYesNo, first_word(folded_beginning(text)));
}

bool offers_choices(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kLetters{
      {{"a) ", " b) "}, {"(a) ", " (b) "}, {"A) ", " B) "}, {"A. ", " B. "}}};
  return std::any_of(kLetters.begin(), kLetters.end(), [&](const auto& letters) {
    return text.starts_with(letters.first) && text.find(letters.second) != std::string_view::npos;
  });
}

bool asks_for_input(std::string_view text) {
  static constexpr std::array kSigns{"____"sv,     "....."sv,    "[ ]"sv,     "( )"sv,
                                     "☐"sv,        "□"sv,        "○"sv,       " marks)"sv,
                                     " points)"sv, " Punkte)"sv, " puntos)"sv};
  const std::string folded = folded_beginning(text);
  return std::any_of(
             kSigns.begin(), kSigns.end(),
             [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; }) ||
         has(kInputWords, first_word(folded)) ||
         std::any_of(kInputPhrases.begin(), kInputPhrases.end(),
                     [&](std::string_view phrase) { return folded.starts_with(phrase); });
}

bool closes_faq(std::string_view line) {
  const std::string folded = folded_beginning(line);
  return std::any_of(kClosings.begin(), kClosings.end(),
                     [&](std::string_view closing) { return folded.starts_with(closing); });
}

}  // namespace recto::reader
