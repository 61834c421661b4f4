// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/rsqlcheck.h"

#include <QStringList>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Kind = RsqlFault::Kind;

bool isReserved(QChar c)
{
    return u"\"'();,=!~<>"_s.contains(c) || c.isSpace();
}

// Reads the grammar once, from left to right, and stops at the first thing that does not fit.
class Checker final {
public:
    explicit Checker(const QString &text)
        : m_text(text)
    {
    }

    std::optional<RsqlFault> check()
    {
        readExpression();
        skipBlanks();
        if (!m_fault && !atEnd())
            fail(peek() == u')' ? Kind::UnexpectedBracket : Kind::MissingConnection);
        return m_fault;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }

    void fail(Kind kind) { failAt(m_at, kind); }
    void failAt(qsizetype position, Kind kind, const QString &text = {})
    {
        if (m_fault)
            return;
        const QString word = text.isEmpty() ? m_text.mid(position, 12) : text;
        m_fault = RsqlFault{ kind, position, word };
    }

    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace())
            ++m_at;
    }

    QString readWord()
    {
        const qsizetype from = m_at;
        while (!atEnd() && !isReserved(peek()))
            ++m_at;
        return m_text.mid(from, m_at - from);
    }

    bool readConnection()
    {
        skipBlanks();
        if (peek() == u';' || peek() == u',') {
            ++m_at;
            return true;
        }
        for (const QString &word : { u"and "_s, u"or "_s }) {
            if (m_text.mid(m_at, word.size()).compare(word, Qt::CaseInsensitive) == 0) {
                m_at += word.size();
                return true;
            }
        }
        return false;
    }

    void readExpression()
    {
        do {
            readTerm();
        } while (!m_fault && readConnection());
    }

    void readTerm()
    {
        skipBlanks();
        if (peek() != u'(')
            return readComparison();
        const qsizetype opened = m_at++;
        readExpression();
        skipBlanks();
        if (!m_fault && peek() != u')')
            return atEnd() ? failAt(opened, Kind::UnclosedBracket) : fail(Kind::MissingConnection);
        ++m_at;
    }

    void readComparison()
    {
        if (readWord().isEmpty())
            return fail(Kind::MissingSelector);
        skipBlanks();
        readOperator();
        if (m_fault)
            return;
        skipBlanks();
        if (peek() == u'(')
            readValues();
        else
            readValue();
    }

    void readOperator()
    {
        const qsizetype from = m_at;
        if (peek() == u'<' || peek() == u'>') {
            m_at += m_text.mid(m_at + 1, 1) == u"=" ? 2 : 1;
            return;
        }
        const qsizetype end = m_text.indexOf(u'=', m_at + 1);
        if ((peek() != u'=' && peek() != u'!') || end < 0)
            return fail(Kind::MissingOperator);
        m_at = end + 1;
        const QString word = m_text.mid(from, m_at - from);
        static const QStringList known{ u"=="_s, u"!="_s, u"=lt="_s, u"=le="_s, u"=gt="_s,
            u"=ge="_s, u"=in="_s, u"=out="_s, u"=is="_s, u"=not="_s, u"=eq="_s, u"=ne="_s };
        if (!known.contains(word.toLower()))
            failAt(from, Kind::UnknownOperator, word);
    }

    void readValues()
    {
        const qsizetype opened = m_at;
        do {
            ++m_at;
            skipBlanks();
            readValue();
            skipBlanks();
        } while (!m_fault && peek() == u',');
        if (m_fault)
            return;
        if (peek() != u')')
            return failAt(opened, Kind::UnclosedBracket);
        ++m_at;
    }

    void readValue()
    {
        const QChar quote = peek();
        if (quote != u'"' && quote != u'\'') {
            if (readWord().isEmpty())
                fail(Kind::MissingValue);
            return;
        }
        const qsizetype opened = m_at++;
        while (!atEnd() && peek() != quote)
            m_at += peek() == u'\\' ? 2 : 1;
        if (atEnd())
            return failAt(opened, Kind::UnclosedQuote);
        ++m_at;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    std::optional<RsqlFault> m_fault;
};

} // namespace

std::optional<RsqlFault> findRsqlFault(const QString &text)
{
    return Checker(text).check();
}

} // namespace falconer
