// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/pagedlist.h"

#include <list>

namespace falconer {

// Pages of a fleet whose rows are mostly generated. What a filter and a sort make of the generated
// rows is computed once and kept (four bytes a row); touched rows, which are few, are judged anew
// and merged in. So a page deep in a million rows costs little more than its own rows.
class TargetIndex final {
public:
    struct Question {
        QString key; // equal keys ask the same of the generated rows
        Predicate<SimTarget> predicate;
        QList<SortTerm> terms; // never empty
        const QueryFields<SimTarget> *fields = nullptr;
        bool shuffleEquals = false;
        bool isOutlined = false; // the predicate looks at the outline of a target only
    };
    struct Answer {
        QList<SimTarget> rows;
        qint64 total = 0;
    };
    Answer ask(Fleet &fleet, const Question &question, const Window &window);
    void clear() { m_bases.clear(); } // what generated rows refer to has changed

private:
    using Keys = QList<QueryValue>;
    struct Touched {
        quint32 row = 0;
        SimTarget target;
        Keys keys;
        quint32 position = 0; // before which base row it goes
    };
    struct Base {
        QString key;
        std::vector<quint32> rows; // generated, matching, in order
        std::unordered_map<quint32, std::pair<Keys, quint32>> positions; // of touched rows
    };

    Base &base(const Fleet &fleet, const Question &question);
    quint32 positionOf(
        const Fleet &fleet, const Question &question, Base &base, const Touched &row);

    std::list<Base> m_bases; // the newest first, a few
};

} // namespace falconer
