package io.microblog.local.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;

/** Lucene's analyzers for single languages, each with its own stop words and stemmer. */
final class LanguageAnalyzers {

    private interface Custom {
        Analyzer build(CharArraySet stopWords, CharArraySet stemExclusions);
    }

    private record Language(Supplier<Analyzer> plain, Supplier<CharArraySet> stopWords, Custom custom) {}

    private static final Map<String, Language> LANGUAGES = new TreeMap<>();

    static {
        add("arabic", ArabicAnalyzer::new, ArabicAnalyzer::getDefaultStopSet, ArabicAnalyzer::new);
        add("armenian", ArmenianAnalyzer::new, ArmenianAnalyzer::getDefaultStopSet, ArmenianAnalyzer::new);
        add("basque", BasqueAnalyzer::new, BasqueAnalyzer::getDefaultStopSet, BasqueAnalyzer::new);
        add("bengali", BengaliAnalyzer::new, BengaliAnalyzer::getDefaultStopSet, BengaliAnalyzer::new);
        add("brazilian", BrazilianAnalyzer::new, BrazilianAnalyzer::getDefaultStopSet, BrazilianAnalyzer::new);
        add("bulgarian", BulgarianAnalyzer::new, BulgarianAnalyzer::getDefaultStopSet, BulgarianAnalyzer::new);
        add("catalan", CatalanAnalyzer::new, CatalanAnalyzer::getDefaultStopSet, CatalanAnalyzer::new);
        add("cjk", CJKAnalyzer::new, CJKAnalyzer::getDefaultStopSet, (a, b) -> new CJKAnalyzer(a));
        add("czech", CzechAnalyzer::new, CzechAnalyzer::getDefaultStopSet, CzechAnalyzer::new);
        add("danish", DanishAnalyzer::new, DanishAnalyzer::getDefaultStopSet, DanishAnalyzer::new);
        add("dutch", DutchAnalyzer::new, DutchAnalyzer::getDefaultStopSet, DutchAnalyzer::new);
        add("english", EnglishAnalyzer::new, EnglishAnalyzer::getDefaultStopSet, EnglishAnalyzer::new);
        add("estonian", EstonianAnalyzer::new, EstonianAnalyzer::getDefaultStopSet, EstonianAnalyzer::new);
        add("finnish", FinnishAnalyzer::new, FinnishAnalyzer::getDefaultStopSet, FinnishAnalyzer::new);
        add("french", FrenchAnalyzer::new, FrenchAnalyzer::getDefaultStopSet, FrenchAnalyzer::new);
        add("galician", GalicianAnalyzer::new, GalicianAnalyzer::getDefaultStopSet, GalicianAnalyzer::new);
        add("german", GermanAnalyzer::new, GermanAnalyzer::getDefaultStopSet, GermanAnalyzer::new);
        add("greek", GreekAnalyzer::new, GreekAnalyzer::getDefaultStopSet, (a, b) -> new GreekAnalyzer(a));
        add("hindi", HindiAnalyzer::new, HindiAnalyzer::getDefaultStopSet, HindiAnalyzer::new);
        add("hungarian", HungarianAnalyzer::new, HungarianAnalyzer::getDefaultStopSet, HungarianAnalyzer::new);
        add("indonesian", IndonesianAnalyzer::new, IndonesianAnalyzer::getDefaultStopSet, IndonesianAnalyzer::new);
        add("irish", IrishAnalyzer::new, IrishAnalyzer::getDefaultStopSet, IrishAnalyzer::new);
        add("italian", ItalianAnalyzer::new, ItalianAnalyzer::getDefaultStopSet, ItalianAnalyzer::new);
        add("latvian", LatvianAnalyzer::new, LatvianAnalyzer::getDefaultStopSet, LatvianAnalyzer::new);
        add("lithuanian", LithuanianAnalyzer::new, LithuanianAnalyzer::getDefaultStopSet, LithuanianAnalyzer::new);
        add("norwegian", NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet, NorwegianAnalyzer::new);
        add("persian", PersianAnalyzer::new, PersianAnalyzer::getDefaultStopSet, (a, b) -> new PersianAnalyzer(a));
        add("portuguese", PortugueseAnalyzer::new, PortugueseAnalyzer::getDefaultStopSet, PortugueseAnalyzer::new);
        add("romanian", RomanianAnalyzer::new, RomanianAnalyzer::getDefaultStopSet, RomanianAnalyzer::new);
        add("russian", RussianAnalyzer::new, RussianAnalyzer::getDefaultStopSet, RussianAnalyzer::new);
        add("sorani", SoraniAnalyzer::new, SoraniAnalyzer::getDefaultStopSet, SoraniAnalyzer::new);
        add("spanish", SpanishAnalyzer::new, SpanishAnalyzer::getDefaultStopSet, SpanishAnalyzer::new);
        add("swedish", SwedishAnalyzer::new, SwedishAnalyzer::getDefaultStopSet, SwedishAnalyzer::new);
        add("thai", ThaiAnalyzer::new, ThaiAnalyzer::getDefaultStopSet, (a, b) -> new ThaiAnalyzer(a));
        add("turkish", TurkishAnalyzer::new, TurkishAnalyzer::getDefaultStopSet, TurkishAnalyzer::new);
    }

    private LanguageAnalyzers() {}

    private static void add(String name, Supplier<Analyzer> plain, Supplier<CharArraySet> stopWords, Custom custom) {
        LANGUAGES.put(name, new Language(plain, stopWords, custom));
    }

    static Map<String, BiFunction<Settings, Environment, Analyzer>> configurable() {
        Map<String, BiFunction<Settings, Environment, Analyzer>> analyzers = new TreeMap<>();
        LANGUAGES.forEach((name, language) -> analyzers.put(
                name,
                (settings, environment) -> language.custom()
                        .build(
                                Analysis.parseStopWords(
                                        environment,
                                        settings,
                                        language.stopWords().get()),
                                Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET))));
        return analyzers;
    }

    static List<PreBuiltAnalyzerProviderFactory> prebuilt() {
        return LANGUAGES.entrySet().stream()
                .map(entry -> new PreBuiltAnalyzerProviderFactory(
                        entry.getKey(), CachingStrategy.LUCENE, entry.getValue().plain()))
                .toList();
    }
}
