#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

#include "tests/support/csv_checks.h"

using ecg::csvFormat;
using ecg::Match;
using namespace ecg::test;

TEST_CASE("csv: header with units and a time column") {
  const auto r = readText("time (s),I (mV),II [uV]\n0,0.5,100\n0.002,-0.25,200\n0.004,1e-1,-300\n");
  CHECK(r.format == "csv");
  CHECK(r.samplingRate == doctest::Approx(500).epsilon(1e-12));
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[0].name == "I");
  CHECK(r.leads[0].storedName == "I (mV)");
  CHECK(r.leads[1].name == "II");
  CHECK(r.leads[1].unit == "mV");
  CHECK(samplesOf(r, 0) == Floats{0.5f, -0.25f, 0.1f});
  CHECK(samplesOf(r, 1) == Floats{0.1f, 0.2f, -0.3f});
  CHECK(r.diagnostics.empty());
}

TEST_CASE("csv: every delimiter, line ending and quoting says the same") {
  const char* const same[] = {
      "t (s),V1 (mV)\n0,0.5\n0.004,-0.25\n0.008,1\n",
      "\xEF\xBB\xBFt (s),V1 (mV)\r\n0,0.5\r\n0.004,-0.25\r\n0.008,1\r\n",
      "t (s),V1 (mV)\r0,0.5\r0.004,-0.25\r0.008,1",
      "t (s);V1 (mV)\n0;0.5\n0.004;-0.25\n0.008;1\n",
      "t (s);V1 (mV)\n0;0,5\n0,004;-0,25\n0,008;1\n",
      "t (s)\tV1 (mV)\n0\t0.5\n0.004\t-0.25\n0.008\t1\n",
      "t_s  V1_mV\n 0     0.5\n 0.004 -0.25\n 0.008  1\n",
      "\"t (s)\",\"V1 (mV)\"\n\"0\",\"0.5\"\n0.004 , -0.25\n0.008,1\n",
      "# by hand\n\nt (s),V1 (mV)\n\n0,0.5\n# between\n0.004,-0.25\n0.008,1\n\n",
      "t (s),V1 (mV),\n0,0.5,\n0.004,-0.25,\n0.008,1,\n",
      "t,V1\ns,mV\n0,0.5\n0.004,-0.25\n0.008,1\n",
      ("'Elapsed time','V1'\n'hh:mm:ss.mmm','mV'\n'0:00.000',0.5\n'0:00.004',-0.25\n"
       "'0:00.008',1\n"),
      "# t (s),V1 (mV)\n0,0.5\n0.004,-0.25\n0.008,1\n",
      "t [ms],V1/mV\n0,0.5\n4,-0.25\n8,1\n",
      "t (us),V1 (uV)\n0,500\n4000,-250\n8000,1e3\n",
      "timestamp_ns,V1 (V)\n0,5e-4\n4000000,-.00025\n8000000,+0.001\n"};
  for (const char* text : same) {
    CAPTURE(text);
    CHECK(csvFormat().sniff(oneFile("x.csv", text)) == Match::possible);
    const auto r = readText(text);
    CHECK(r.samplingRate == doctest::Approx(250).epsilon(1e-9));
    REQUIRE(r.leads.size() == 1);
    CHECK(r.leads[0].name == "V1");
    CHECK(r.leads[0].unit == "mV");
    CHECK(samplesOf(r) == Floats{0.5f, -0.25f, 1});
  }
}

TEST_CASE("csv: what the file leaves unsaid is asked for, and answered by the options") {
  const std::string bare = "0.5,1\n-0.4,2\n0.1,3.5\n";
  const auto sentence = refusal(csvFormat(), "bare.csv", bare, "unit-unknown");
  CHECK(sentence.find("its unit and its sampling rate") != std::string::npos);
  CHECK(sentence.find("suggests mV") != std::string::npos);
  refusal(csvFormat(), "bare.csv", bare, "rate-unknown", given(0, 1));
  refusal(csvFormat(), "bare.csv", bare, "unit-unknown", given(500, 0));
  const auto r = readText(bare, given(500, 1));
  CHECK(r.leads[0].name == "col 1");
  CHECK(r.leads[1].name == "col 2");
  CHECK(diagnosticOf(r, "lead-unnamed").find("leads") != std::string::npos);
  const auto named = readText(bare, given(500, 1000, {"lead i", "MDC_ECG_LEAD_AVR"}));
  CHECK(named.leads[0].name == "I");
  CHECK(named.leads[1].name == "aVR");
  CHECK(named.diagnostics.empty());
  CHECK(named.samples[0] == 0.0005f);
  refusal(csvFormat(), "bare.csv", bare, "leads-mismatch", given(500, 1, {"I", "II", "III"}));
  refusal(csvFormat(), "bare.csv", bare, "bad-option", given(INFINITY, 1));
  const auto micro = refusal(csvFormat(), "u.csv", "I,II\n500,1\n-400,2\n1,3\n", "unit-unknown");
  CHECK(micro.find("suggests uV") != std::string::npos);
}

TEST_CASE("csv: options and the file must agree") {
  const std::string text = "t (s),I (mV)\n0,1\n0.002,2\n0.004,3\n";
  CHECK(readText(text, given(501, 1)).samplingRate == doctest::Approx(500));
  refusal(csvFormat(), "t.csv", text, "rate-mismatch", given(510, 0));
  refusal(csvFormat(), "t.csv", text, "unit-mismatch", given(0, 1000));
  refusal(csvFormat(), "t.csv", text, "leads-mismatch", given(0, 0, {"II"}));
  refusal(csvFormat(), "t.csv", "# fs=250\n" + text, "rate-mismatch");
  refusal(csvFormat(), "t.csv", "# fs=250\n# sampling rate: 500\nI (mV)\n1\n2\n", "rate-mismatch");
  refusal(csvFormat(), "t.csv", "# fs=250\nI (mV)\n1\n2\n", "rate-mismatch", given(500, 0));
}

TEST_CASE("csv: missing cells are NaN and counted") {
  const auto r = readText("I (mV),II (mV)\n1,\nNaN,2\nNA,-\n3,nan\n,\n,\n", given(500, 0));
  CHECK(r.length == 4);
  CHECK(std::isnan(r.lead(0)[1]));
  CHECK(std::isnan(r.lead(1)[0]));
  CHECK(r.lead(0)[3] == 3);
  CHECK(diagnosticOf(r, "missing-samples").find("5 samples") != std::string::npos);
  CHECK(diagnosticOf(r, "empty-rows").find("2 empty") != std::string::npos);
  CHECK(readText("1,2\n,\n3,4\n", given(500, 1)).length == 3);
  refusal(csvFormat(), "m.csv", "t (s),I (mV)\n0,1\n,\n0.1,2\n", "not-a-number");
}

TEST_CASE("csv: bad cells and lines are named by their place") {
  const auto place = [](const std::string& text, const std::string& code,
                        const std::string& where) {
    const auto sentence = refusal(csvFormat(), "bad.csv", text, code, given(500, 1));
    CHECK_MESSAGE(sentence.find("bad.csv " + where) != std::string::npos, sentence);
  };
  place("I,II\n1,2\n3,x\n", "not-a-number", "line 3 column 2");
  place("I,II\n1,2\n1e400,3\n", "not-a-number", "line 3 column 1");
  place("I,II\n1,2\n1e39,3\n", "not-a-number", "line 3 column 1");
  place("I,II\n1,2\ninf,3\n", "not-a-number", "line 3 column 1");
  place("I,II\n1,2\n0x10,3\n", "not-a-number", "line 3 column 1");
  place("I;II\n1,5;2\n1.5;3\n", "not-a-number", "line 3 column 1");
  place("I,II\n1,2\n3\n", "ragged", "line 3");
  place("1,2\n3\n", "not-a-number", "line 1");
  place("I,II\n1,2\n3,4,5\n", "ragged", "line 3");
  place("1,2\n1,2\n\"3,4\n", "open-quote", "line 3");
  place(std::string("1,2\n3,4\n5,\0", 11) + "\n", "not-a-number", "line 3 column 2");
  place("1,2\n3,4\n" + std::string(5000, ','), "too-many-columns", "line 3");
}

TEST_CASE("csv: files that are no table of samples") {
  for (const std::string text : {"", "\n\n", "# only\n", "I (mV),II (mV)\n", "hr,rr\n1,2\n3,4\n"})
    refusal(csvFormat(), "none.csv", text, "no-signal", given(500, 1));
  const std::string none[] = {
      "",
      "hello\nworld\n",
      "<a>1,2</a>\n<b>3</b>\n",
      "{\"a\": 1}\n1\n2\n",
      "[1,2,\n3,4]\n",
      "Name,X\nDate of Birth,\"1 Jan 1900\"\nRecorded Date,2021\n1,2\n3,4\n",
      "100 2 360 650000\n100.dat 212 200 11 1024 995 -22131 0 MLII\n"
      "100.dat 212 200 11 1024 1011 20052 0 V5\n# 69 M 1085 1629 x1\n",
      std::string("1,2\n3,4\n\0\1\2", 11),
      "A00001,N\nA00002,N\n",
      "1,2\n"};
  for (const std::string& text : none) {
    CAPTURE(text);
    CHECK(csvFormat().sniff(oneFile("x.csv", text)) == Match::none);
  }
  auto two = oneFile("a.csv", none[8]);
  const std::string table = "1,2\n3,4\n";
  two.push_back(oneFile("b.csv", table)[0]);
  CHECK(csvFormat().read(two, given(500, 1)).recording.length == 2);
  two.push_back(oneFile("c.csv", table)[0]);
  CHECK_THROWS_AS(csvFormat().read(two, {}), ecg::InputError);
  CHECK_THROWS_AS(csvFormat().read({}, {}), ecg::InputError);
}

TEST_CASE("csv: huge inputs cost no more than their size") {
  const std::string commas(20000000, ',');
  refusal(csvFormat(), "commas.csv", commas, "too-many-columns");
  CHECK(csvFormat().sniff(oneFile("commas.csv", commas)) == Match::none);
  refusal(csvFormat(), "digits.csv", "1\n2\n" + std::string(20000000, '7'), "not-a-number");
  refusal(csvFormat(), "lines.csv", std::string(20000000, '\n'), "no-signal");
  refusal(csvFormat(), "returns.csv", std::string(20000000, '\r'), "no-signal");
  refusal(csvFormat(), "zeros.csv", std::string(1000000, '\0'), "no-signal");
}

TEST_CASE("csv: a million numbers in well under a second") {
  std::string text = "I (mV),II (mV),III (mV),V1 (mV)\n";
  for (int i = 0; i < 250000; ++i) text += "-0.123,0.0456789012345678,1.5,-2e-3\n";
  const auto start = std::chrono::steady_clock::now();
  const auto r = readText(text, given(500, 0));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(r.samples.size() == 1000000);
  MESSAGE("read 1000000 numbers in " << took.count() << " s");
}
