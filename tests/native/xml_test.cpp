#include <doctest/doctest.h>

#include "preprocess/formats/xml/document.h"
#include "tests/support/reader_checks.h"

using namespace ecg;
using ecg::xml::Document;

namespace {

NamedBytes file(const std::string& bytes) { return test::oneFile("x.xml", bytes).front(); }

std::string refusalOf(const std::string& bytes) {
  try {
    const Document document(file(bytes));
  } catch (const InputError& error) {
    CHECK(error.code() == "bad-xml");
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("xml: elements, text, attributes, prefixes and entities") {
  const std::string bytes =
      "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><!-- <b> --><n:a xmlns:n='u' n:k='1 &lt; "
      "2'>"
      "<b> one &amp; two<![CDATA[ <three>]]> </b><n:b i='2'/><c><d>x</d></c></n:a>";
  const Document document(file(bytes));
  const auto root = document.root();
  CHECK(root.name() == "a");
  CHECK(root.attribute("k") == "1 < 2");
  CHECK_FALSE(root.attribute("z"));
  CHECK(root.child("b").text() == "one & two <three>");
  CHECK(root.children("b").size() == 2);
  CHECK(root.children().size() == 3);
  CHECK(root.children("b")[1].attribute("i") == "2");
  CHECK(root.at("c/d").text() == "x");
  CHECK(root.find("d").text() == "x");
  CHECK(root.findAll("b").size() == 2);
  CHECK_FALSE(root.at("c/e/f"));
  CHECK(root.at("c/e/f").text().empty());
  CHECK(xml::rootName(file(bytes).bytes) == "a");
}

TEST_CASE("xml: entities of the file's own are left as they are") {
  const std::string bytes = "<!DOCTYPE a [<!ENTITY x 'secret'>]><a>&x;</a>";
  CHECK(Document(file(bytes)).root().text() == "&x;");
}

TEST_CASE("xml: what is told is valid UTF-8 on one line, whatever the file holds") {
  const Document document(file("<a b='M\xFCller'>M\xFC\nller</a>"));
  CHECK(document.root().text() == "M\xC3\xBC ller");
  CHECK(document.root().attribute("b") == "M\xC3\xBCller");
}

TEST_CASE("xml: Latin-1 by its declaration, UTF-8 and UTF-16 by their marks") {
  CHECK(
      Document(file("<?xml version='1.0' encoding='ISO-8859-1'?><a>M\xFCller</a>")).root().text() ==
      "M\xC3\xBCller");
  CHECK(Document(file("\xEF\xBB\xBF<a>\xC3\xBC</a>")).root().text() == "\xC3\xBC");
  const std::u16string wide = u"\uFEFF<a>\u00FC\U0001F49A</a>";
  std::string little, big;
  for (const char16_t c : wide) {
    little += {static_cast<char>(c & 255), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 255)};
  }
  CHECK(Document(file(little)).root().text() == "\xC3\xBC\xF0\x9F\x92\x9A");
  CHECK(Document(file(big)).root().text() == "\xC3\xBC\xF0\x9F\x92\x9A");
  CHECK(xml::rootName(file(big).bytes) == "a");
}

TEST_CASE("xml: what is not well-formed is refused by its byte, and nesting is bounded") {
  CHECK(refusalOf("<a><b></a>").find("x.xml is not well-formed XML") == 0);
  CHECK(refusalOf("").find("no element at byte 0") != std::string::npos);
  CHECK(refusalOf(std::string("<a>\0</a>", 8)).find("a zero at byte 3") != std::string::npos);
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a b='/>'>";
  CHECK(refusalOf(deep).find("more than 100 deep at byte 1000") != std::string::npos);
  std::string hidden;
  for (int i = 0; i < 100000; ++i) hidden += "<a><![CDATA[</a>]]><!--</a>--><?p </a>?>";
  CHECK(refusalOf(hidden).find("more than 100 deep") != std::string::npos);
}

TEST_CASE("xml: other bytes have no root") {
  CHECK(xml::rootName(file("I,II\n1,2\n").bytes).empty());
  CHECK(xml::rootName(file("").bytes).empty());
  CHECK(xml::rootName(file("<").bytes).empty());
}
